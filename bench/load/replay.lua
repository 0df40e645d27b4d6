-- Sends the requests of a file made by `make`, in order, from a given number on; never one twice.
-- wrk -t1 -c64 -d10s -s replay.lua http://127.0.0.1:5085 -- callbacks.bin 0
local file, length

function init(args)
  file = assert(io.open(args[1], "rb"))
  length = tonumber(file:read(8))
  file:seek("set", 8 + length * tonumber(args[2] or 0))
end

function request()
  local next = file:read(length)
  if not next or #next < length then
    io.stderr:write("The file is used up: make a longer one, or measure for a shorter time.\n")
    os.exit(1)
  end
  return next
end
