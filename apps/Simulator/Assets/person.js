// Two tabs may hold two people of the chat page. The one in front is the one whose phone opens the next web page.
const tell = () => {
  const person = document.querySelector(".workspace[data-member]:not([data-skin])")?.dataset.member;
  if (person) document.cookie = `hongyan-simulator-person=${encodeURIComponent(person)}; path=/; SameSite=Lax`;
};

tell();
for (const happening of ["focus", "pointerdown", "keydown"]) window.addEventListener(happening, tell, true);
