import type { OpeningGap } from "../../server/domain/setup/steps.ts";
import { inLanguage, type Language, type Text } from "../../server/domain/text.ts";
import type { IdentityMode, ProgrammeKind, StaffRole } from "../../server/domain/words.ts";
import { formatPeriod } from "../texts/numbers.ts";
import { programmeTexts } from "../texts/programmes.ts";
import { document, Layout } from "./layout.tsx";
import { ProgrammeMenu } from "./programme-menu.tsx";
import { OpeningGaps } from "./setup/overview-page.tsx";
import { type WaveProps, WaveTable } from "./wave-table.tsx";

export interface ProgrammeProps {
  slug: string;
  title: Text;
  contractTitle: Text;
  kind: ProgrammeKind;
  identityMode: IdentityMode;
  startsOn: string;
  endsOn: string;
  moreInfoUrl: string;
}

interface PageProps {
  language: Language;
  styleUrl: string;
  programme: ProgrammeProps;
  roles: readonly StaffRole[];
  /** Held in single localities only. */
  localRoles: readonly StaffRole[];
  people: { involved: number; cycleParticipants: number; certified: number };
  funders: { name: Text }[];
  logos: { id: string; alt: Text }[];
  waves: WaveProps;
  /** What keeps questionnaires from opening, told to the organiser. */
  gaps: readonly OpeningGap[];
}

/** One programme: what it is, how far its questionnaires are, and the ways on from here. */
export function programmePage(props: PageProps): string {
  const { language, programme } = props;
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
      {props.gaps.length > 0 ? (
        <OpeningGaps frame={{ language, programme }} gaps={props.gaps} />
      ) : null}
      <ProgrammeMenu
        language={language}
        slug={programme.slug}
        roles={props.roles}
        localRoles={props.localRoles}
        identityMode={programme.identityMode}
      />
      {programme.kind === "try-out" && isOrganiser ? <Companions props={props} /> : null}
      <WaveTable
        language={language}
        slug={programme.slug}
        waves={props.waves}
        isOrganiser={isOrganiser}
      />
      {programme.kind !== "real" && isOrganiser ? <Removal props={props} /> : null}
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
    [texts.period, formatPeriod(programme.startsOn, programme.endsOn, language)],
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

/** Folded away, so that nobody presses it by accident. */
function Removal({ props }: { props: PageProps }) {
  const texts = programmeTexts[props.language];
  return (
    <details class="removal">
      <summary>{texts.removalTitle}</summary>
      <p>{texts.removalAdvice}</p>
      <form method="post" action={`/programmes/${props.programme.slug}/removal`}>
        <button class="quiet" type="submit">
          {texts.remove}
        </button>
      </form>
    </details>
  );
}
