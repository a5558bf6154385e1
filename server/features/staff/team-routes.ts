import { type Context, Hono } from "hono";
import { z } from "zod";
import { listTeam, listTeamProgrammes, listTeamRoles } from "../../../db/queries/team.ts";
import { type MemberMistake, memberPage } from "../../../web/pages/staff/member.tsx";
import { type InviteMistake, teamPage } from "../../../web/pages/staff/team.tsx";
import { teamNews } from "../../../web/texts/team.ts";
import { Problem } from "../../domain/problem.ts";
import { emailSchema, nameSchema, reasonSchema } from "../../domain/staff/person.ts";
import { staffRoles } from "../../domain/staff/roles.ts";
import { languages } from "../../domain/text.ts";
import { originOf } from "../../http/host.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { requireAdministrator, requireStaff, type StaffEnv } from "../../http/session.ts";
import {
  changeAdministrator,
  disableMember,
  enableMember,
  endSessionsOf,
  type MemberOutcome,
  resetSecondFactor,
} from "./change-member.ts";
import { giveRole, localRoles, takeRole } from "./change-roles.ts";
import { type Invitation, inviteAgain, inviteStaff } from "./invite-staff.ts";
import { readText, readTexts } from "./read-form.ts";
import { canSendLetters, type StaffDeps } from "./staff-deps.ts";
import { getMember, type TeamDeed } from "./team-context.ts";

type TeamContext = Context<StaffEnv>;

const invitedSchema = z.object({
  displayName: nameSchema,
  email: emailSchema,
  language: z.enum(languages),
});

const roleSchema = z.object({
  programmeId: z.uuid(),
  role: z.enum(staffRoles),
  localityIds: z.array(z.uuid()).max(200),
});

/** The people of an organisation, for its administrators. */
export function teamRoutes(deps: StaffDeps): Hono<StaffEnv> {
  const routes = new Hono<StaffEnv>();
  for (const path of ["/team", "/team/*"]) {
    routes.use(path, requireStaff(deps), requireAdministrator());
  }
  addTeam(routes, deps);
  addRoles(routes, deps);
  addAccountDeeds(routes, deps);
  return routes;
}

function addTeam(routes: Hono<StaffEnv>, deps: StaffDeps): void {
  routes.get("/team", async (c) => {
    if (c.req.query("language")) rememberLanguage(c, languageOf(c));
    return c.html(await showTeam(c, deps));
  });

  routes.post("/team", async (c) => {
    const form = await c.req.parseBody();
    const typed = {
      displayName: readText(form, "displayName"),
      email: readText(form, "email"),
      language: readText(form, "language"),
      isAdministrator: readText(form, "isAdministrator") === "yes",
    };
    const read = invitedSchema.safeParse(typed);
    const wrong = read.error?.issues.map(({ path }) => String(path[0])) ?? [];
    if (!read.success) return c.html(await showTeam(c, deps, { typed, wrong }), 422);
    const person = { ...read.data, isAdministrator: typed.isAdministrator };
    const invitation = await inviteStaff(deps, { administrator: c.get("staff"), person });
    if (!invitation) return c.html(await showTeam(c, deps, { typed, wrong: ["taken"] }), 422);
    return await showInvitation(c, deps, invitation);
  });

  routes.get("/team/:id", async (c) => {
    if (c.req.query("language")) rememberLanguage(c, languageOf(c));
    return c.html(await showMember(c, deps, readDeed(c, deps)));
  });

  routes.post("/team/:id/invitation", async (c) =>
    showInvitation(c, deps, await inviteAgain(deps, readDeed(c, deps))),
  );
}

function addRoles(routes: Hono<StaffEnv>, deps: StaffDeps): void {
  routes.post("/team/:id/roles", async (c) => {
    const deed = readDeed(c, deps);
    const form = await c.req.parseBody({ all: true });
    const read = roleSchema.safeParse({
      programmeId: readText(form, "programme"),
      role: readText(form, "role"),
      localityIds: readTexts(form, "locality"),
    });
    if (!read.success) throw new Problem("bad-request");
    if (read.data.localityIds.length > 0 && !localRoles.includes(read.data.role)) {
      const mistake = { kind: "notLocal" as const, programmeId: read.data.programmeId };
      return c.html(await showMember(c, deps, deed, { mistake }), 422);
    }
    await giveRole(deps, deed, read.data);
    return c.redirect(`/team/${deed.memberId}?done=role`, 303);
  });

  routes.post("/team/:id/roles/:role/removal", async (c) => {
    const deed = readDeed(c, deps);
    await takeRole(deps, deed, readId(c.req.param("role")));
    return c.redirect(`/team/${deed.memberId}?done=roleTaken`, 303);
  });
}

function addAccountDeeds(routes: Hono<StaffEnv>, deps: StaffDeps): void {
  const verbs: Record<string, (deed: TeamDeed) => Promise<MemberOutcome>> = {
    disabling: (deed) => disableMember(deps, deed),
    enabling: (deed) => enableMember(deps, deed),
    "sessions-ending": (deed) => endSessionsOf(deps, deed),
    administration: (deed) => changeAdministrator(deps, deed, true),
    "administration-ending": (deed) => changeAdministrator(deps, deed, false),
  };
  for (const [name, verb] of Object.entries(verbs)) {
    routes.post(`/team/:id/${name}`, async (c) => {
      const deed = readDeed(c, deps);
      const outcome = await verb(deed);
      if (outcome === "done") return back(c, deed);
      const mistake = { kind: "lastAdministrator" as const };
      return c.html(await showMember(c, deps, deed, { mistake }), 409);
    });
  }

  routes.post("/team/:id/second-factor-reset", async (c) => {
    const deed = readDeed(c, deps);
    const typed = readText(await c.req.parseBody(), "reason").slice(0, 1_000);
    const reason = reasonSchema.safeParse(typed);
    if (!reason.success) {
      const mistake = { kind: "reason" as const, typed };
      return c.html(await showMember(c, deps, deed, { mistake }), 422);
    }
    await resetSecondFactor(deps, deed, reason.data);
    return back(c, deed);
  });
}

/** Whoever ended their own sessions or rights here has no page to come back to: the front page then says so. */
function back(c: TeamContext, { administrator, memberId }: TeamDeed): Response {
  const isOwn = administrator.id === memberId;
  return c.redirect(isOwn ? "/" : `/team/${memberId}?done=account`, 303);
}

function readDeed(c: TeamContext, { now }: StaffDeps): TeamDeed {
  const memberId = readId(c.req.param("id") ?? "");
  return { administrator: c.get("staff"), memberId, now: now() };
}

/** Ids in addresses are UUIDs; anything else cannot exist. */
function readId(id: string): string {
  if (!z.uuid().safeParse(id).success) throw new Problem("not-found");
  return id;
}

async function showTeam(c: TeamContext, deps: StaffDeps, mistake?: InviteMistake): Promise<string> {
  const { organisationId, id } = c.get("staff");
  return teamPage({
    language: languageOf(c),
    styleUrl: deps.styleUrl,
    team: await listTeam(deps.db, { organisationId, now: deps.now() }),
    roles: await listTeamRoles(deps.db, organisationId),
    ownId: id,
    hasLetters: canSendLetters(deps),
    mistake,
  });
}

/** The one answer that holds a link to hand over is the page itself; where a letter went out, none is shown. */
async function showInvitation(
  c: TeamContext,
  deps: StaffDeps,
  { staffUserId, path }: Invitation,
): Promise<Response> {
  const deed = { administrator: c.get("staff"), memberId: staffUserId, now: deps.now() };
  if (path === undefined) return c.redirect(`/team/${staffUserId}?done=invited`, 303);
  const link = `${originOf(deps.publicUrl, c.req.url)}${path}`;
  return c.html(await showMember(c, deps, deed, { link }));
}

async function showMember(
  c: TeamContext,
  deps: StaffDeps,
  deed: TeamDeed,
  state: { mistake?: MemberMistake; link?: string } = {},
): Promise<string> {
  const { organisationId, id } = deed.administrator;
  const member = await getMember(deps.db, deed);
  const roles = await listTeamRoles(deps.db, organisationId);
  return memberPage({
    language: languageOf(c),
    styleUrl: deps.styleUrl,
    member,
    isOwn: member.id === id,
    roles: roles.filter(({ staffUserId }) => staffUserId === member.id),
    programmes: await listTeamProgrammes(deps.db, organisationId),
    news: teamNews.find((one) => one === c.req.query("done")),
    ...state,
  });
}
