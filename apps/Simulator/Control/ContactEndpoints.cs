using Hongyan.Simulator.Resources;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>The contacts as the company's console changes them. The rules are the platform's, and so are the codes in the sentences.</summary>
internal static class ContactEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/contacts", (SimulatedWorld world) => ContactsView.Of(world.Contacts)).WithTags("contacts")
            .WithSummary("通讯录：成员、部门、标签，以及通讯录同步的 Secret。Members, departments, tags, and the secret of 通讯录同步.");
        MapMembers(sim.MapGroup("/members").WithTags("contacts"));
        MapDepartments(sim.MapGroup("/departments").WithTags("contacts"));
        MapTags(sim.MapGroup("/tags").WithTags("contacts"));
    }

    private static void MapMembers(RouteGroupBuilder members)
    {
        members.MapPost("", (MemberChange given, SimulatedWorld world, Wording wording) =>
                Answer(world.Contacts.Add(given.ToMember()), () => MemberDetailView.Of(world.FindMember(given.UserId!)!), wording))
            .WithSummary("添加成员；不写部门就在根部门。Adds a member, to the root department unless others are given.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        members.MapPatch("/{userId}", (string userId, MemberChange given, SimulatedWorld world, Wording wording) =>
                world.FindMember(userId) is null
                    ? ControlProblem.NoMember(wording, userId)
                    : Answer(world.Contacts.ChangeMember(userId, given.ApplyTo), () => MemberDetailView.Of(world.FindMember(given.UserId ?? userId)!), wording))
            .WithSummary("修改成员，包括禁用和退出企业（status）。Changes a member; status disables one or lets one leave.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        members.MapDelete("/{userId}", Results<NoContent, ProblemHttpResult> (string userId, SimulatedWorld world, Wording wording) =>
                world.Contacts.RemoveMember(userId) is null ? TypedResults.NoContent() : ControlProblem.NoMember(wording, userId))
            .WithSummary("删除成员。Deletes a member.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapDepartments(RouteGroupBuilder departments)
    {
        departments.MapPost("", (DepartmentChange given, SimulatedWorld world, Wording wording) =>
            {
                var (added, problem) = world.Contacts.Add(given.ToDepartment());
                return Answer(problem, () => added!, wording);
            })
            .WithSummary("添加部门；不写上级就在根部门下。Adds a department, below the root unless another is given.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        departments.MapPatch("/{id:int}", (int id, DepartmentChange given, SimulatedWorld world, Wording wording) =>
                Answer(world.Contacts.ChangeDepartment(id, given.ApplyTo), () => world.Contacts.FindDepartment(id)!, wording))
            .WithSummary("修改部门。Changes a department.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        departments.MapDelete("/{id:int}", (int id, SimulatedWorld world, Wording wording) => Deleted(world.Contacts.RemoveDepartment(id), wording))
            .WithSummary("删除空的部门。Deletes a department that is empty.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static void MapTags(RouteGroupBuilder tags)
    {
        tags.MapPost("", (TagChange given, SimulatedWorld world, Wording wording) =>
            {
                var (added, problem) = world.Contacts.Add(given.ToTag());
                return Answer(problem, () => added!, wording);
            })
            .WithSummary("添加标签。Adds a tag.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        tags.MapPatch("/{id:int}", (int id, TagChange given, SimulatedWorld world, Wording wording) =>
                Answer(world.Contacts.ChangeTag(id, given.ApplyTo), () => world.Contacts.FindTag(id)!, wording))
            .WithSummary("修改标签：名称、成员、部门。Changes a tag: its name and who has it.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        tags.MapDelete("/{id:int}", (int id, SimulatedWorld world, Wording wording) => Deleted(world.Contacts.RemoveTag(id), wording))
            .WithSummary("删除标签。Deletes a tag.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>(ContactProblem? problem, Func<T> result, Wording wording) =>
        problem is null ? TypedResults.Ok(result()) : Refuse(problem, wording);

    private static Results<NoContent, ProblemHttpResult> Deleted(ContactProblem? problem, Wording wording) =>
        problem is null ? TypedResults.NoContent() : Refuse(problem, wording);

    private static ProblemHttpResult Refuse(ContactProblem problem, Wording wording) =>
        ControlProblem.Field(wording, problem.Field, wording["FindingWithCode", wording[$"Contact_{problem.Rule}"], problem.Code]);
}
