import type { LocalityParticipation } from "../../server/domain/disclosure/figures.ts";
import { progressStep } from "../../server/domain/disclosure/progress-step.ts";
import { inLanguage, type Language, type Text } from "../../server/domain/text.ts";
import {
  type ProgrammeKind,
  type StaffRole,
  type WaveKind,
  waveKinds,
} from "../../server/domain/words.ts";
import { type ProgrammeTexts, programmeTexts } from "../texts/programmes.ts";
import { document, Layout } from "./layout.tsx";

interface ProgrammeProps {
  slug: string;
  title: Text;
  contractTitle: Text;
  kind: ProgrammeKind;
  startsOn: string;
  endsOn: string;
  moreInfoUrl: string;
}

interface ListProps {
  language: Language;
  styleUrl: string;
  programmes: (ProgrammeProps & { roles: StaffRole[] })[];
}

/** The programmes in which somebody has a role. */
export function programmesPage({ language, styleUrl, programmes }: ListProps): string {
  const texts = programmeTexts[language];
  const frame = {
    language,
    title: texts.programmes,
    styleUrl,
    path: "/programmes",
    isSignedIn: true,
    isDemonstration: false,
  };
  return document(
    <Layout frame={frame}>
      <h1>{texts.programmes}</h1>
      {programmes.length === 0 ? <p>{texts.noProgrammes}</p> : null}
      <ul class="programme-list">
        {programmes.map((programme) => (
          <li>
            <h2>
              <a href={`/programmes/${programme.slug}`}>{inLanguage(programme.title, language)}</a>
            </h2>
            <p class="soft">
              {[
                texts.kinds[programme.kind],
                `${programme.startsOn} – ${programme.endsOn}`,
                programme.roles.map((role) => texts.roles[role]).join(", "),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Layout>,
  );
}

interface WindowProps {
  kind: WaveKind;
  localityKey: string;
  opensAt: Date;
  closesAt: Date;
  closedAt: Date | null;
}

interface PageProps {
  language: Language;
  styleUrl: string;
  programme: ProgrammeProps;
  roles: readonly StaffRole[];
  people: { involved: number; cycleParticipants: number; certified: number };
  funders: { name: Text }[];
  logos: { id: string; alt: Text }[];
  localities: { key: string; nominative: string }[];
  windows: readonly WindowProps[];
  participation: readonly LocalityParticipation[];
  now: Date;
}

/** One programme: what it is, how far its questionnaires are, and the ways on from here. */
export function programmePage(props: PageProps): string {
  const { language, programme } = props;
  const texts = programmeTexts[language];
  const frame = {
    language,
    title: inLanguage(programme.title, language),
    styleUrl: props.styleUrl,
    path: `/programmes/${programme.slug}`,
    isSignedIn: true,
    isDemonstration: programme.kind !== "real",
  };
  const isOrganiser = props.roles.includes("organiser");
  return document(
    <Layout frame={frame}>
      <h1>{inLanguage(programme.title, language)}</h1>
      <LogoRow props={props} />
      <Facts props={props} />
      <div class="actions">
        <a class="button" href={`/programmes/${programme.slug}/results`}>
          {texts.results}
        </a>
        {isOrganiser ? (
          <a class="button quiet" href={`/programmes/${programme.slug}/annexes`}>
            {texts.annexes}
          </a>
        ) : null}
      </div>
      {programme.kind === "try-out" && isOrganiser ? <Companions props={props} /> : null}
      <WaveTable props={props} isOrganiser={isOrganiser} />
    </Layout>,
  );
}

function LogoRow({ props }: { props: PageProps }) {
  if (props.logos.length === 0) return null;
  return (
    <div class="logo-row">
      {props.logos.map((logo) => (
        <img
          src={`/programmes/${props.programme.slug}/logos/${logo.id}`}
          alt={inLanguage(logo.alt, props.language)}
        />
      ))}
    </div>
  );
}

function Facts({ props }: { props: PageProps }) {
  const { language, programme, people } = props;
  const texts = programmeTexts[language];
  const facts: [string, string][] = [
    [texts.contractTitle, inLanguage(programme.contractTitle, language)],
    [texts.period, `${programme.startsOn} – ${programme.endsOn}`],
    [texts.funders, props.funders.map(({ name }) => inLanguage(name, language)).join(", ")],
    [texts.involved, String(people.involved)],
    [texts.cycleParticipants, String(people.cycleParticipants)],
    [texts.certified, String(people.certified)],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, fact]) => fact !== "")
        .map(([name, fact]) => (
          <>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </>
        ))}
    </dl>
  );
}

function Companions({ props }: { props: PageProps }) {
  const texts = programmeTexts[props.language];
  return (
    <section class="notice-box">
      <h2>{texts.companionsTitle}</h2>
      <p>{texts.companionsAdvice}</p>
      <form method="post" action={`/programmes/${props.programme.slug}/companions`}>
        <button type="submit">{texts.addCompanions}</button>
      </form>
    </section>
  );
}

function WaveTable({ props, isOrganiser }: { props: PageProps; isOrganiser: boolean }) {
  const texts = programmeTexts[props.language];
  return (
    <section>
      <h2>{texts.wavesTitle}</h2>
      {isOrganiser ? <p class="soft">{texts.closeWarning}</p> : null}
      <div class="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.locality}</th>
              {waveKinds.map((kind) => (
                <th scope="col">{texts.waves[kind]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.localities.map((locality) => (
              <tr>
                <th scope="row">{locality.nominative}</th>
                {waveKinds.map((kind) => (
                  <td>
                    <WaveState props={props} kind={kind} localityKey={locality.key} />
                    {isOrganiser ? (
                      <NextStep props={props} kind={kind} locality={locality} />
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isOrganiser ? <CloseEverywhere props={props} /> : null}
    </section>
  );
}

function WaveState({
  props,
  kind,
  localityKey,
}: {
  props: PageProps;
  kind: WaveKind;
  localityKey: string;
}) {
  const texts = programmeTexts[props.language];
  const window = findWindow(props, kind, localityKey);
  if (!window) return <>–</>;
  const state = stateOf(window, props.now);
  const counts = props.participation.find((row) => row.locality === localityKey);
  return (
    <div>
      {texts.state[state]}
      {state === "not-yet" || !counts ? null : (
        <span class="soft">{`, ${texts.answeredOf} ${countText(counts[kind], state)}`}</span>
      )}
    </div>
  );
}

/** Exact once the wave has closed; before that in steps, so that nobody can watch one person answer. */
function countText(count: number, state: "open" | "closed"): string {
  if (state === "closed") return String(count);
  const { low, high } = progressStep(count);
  return low === high ? String(low) : `${low}–${high}`;
}

/** Opens or closes, whichever comes next there. A later wave has its turn only when the earlier ones have closed. */
function NextStep({
  props,
  kind,
  locality,
}: {
  props: PageProps;
  kind: WaveKind;
  locality: { key: string; nominative: string };
}) {
  const window = findWindow(props, kind, locality.key);
  const state = window && stateOf(window, props.now);
  if (!state || state === "closed" || !isCurrent(props, kind, locality.key)) return null;
  const texts = programmeTexts[props.language];
  const [step, label] = state === "open" ? ["closure", texts.close] : ["opening", texts.open];
  return (
    <form method="post" action={stepPath(props, { kind, locality: locality.key, step })}>
      <button
        class="quiet"
        type="submit"
        aria-label={`${label}: ${texts.waves[kind]}, ${locality.nominative}`}
      >
        {label}
      </button>
    </form>
  );
}

function CloseEverywhere({ props }: { props: PageProps }) {
  const texts: ProgrammeTexts = programmeTexts[props.language];
  const kind = waveKinds.find((candidate) =>
    props.windows.some(
      (window) => window.kind === candidate && stateOf(window, props.now) === "open",
    ),
  );
  if (!kind) return null;
  return (
    <form method="post" action={stepPath(props, { kind, locality: "all", step: "closure" })}>
      <button class="quiet" type="submit">
        {`${texts.closeEverywhere}: ${texts.waves[kind]}`}
      </button>
    </form>
  );
}

function stepPath(
  props: PageProps,
  { kind, locality, step }: { kind: WaveKind; locality: string; step: string },
): string {
  return `/programmes/${props.programme.slug}/waves/${kind}/localities/${locality}/${step}`;
}

function findWindow(
  props: PageProps,
  kind: WaveKind,
  localityKey: string,
): WindowProps | undefined {
  return props.windows.find((window) => window.kind === kind && window.localityKey === localityKey);
}

function isCurrent(props: PageProps, kind: WaveKind, localityKey: string): boolean {
  const earlier = waveKinds.slice(0, waveKinds.indexOf(kind));
  return earlier.every((other) => findWindow(props, other, localityKey)?.closedAt);
}

function stateOf(window: WindowProps, now: Date): "not-yet" | "open" | "closed" {
  if (window.closedAt) return "closed";
  return window.opensAt > now ? "not-yet" : "open";
}
