import type { Child } from "hono/jsx";
import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind } from "../../../server/domain/words.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { siteTexts } from "../../texts/site.ts";
import { whoSeesTexts } from "../../texts/who-sees.ts";
import { Layout } from "../layout.tsx";

/** What every page of results knows about its programme and about the files it needs. */
export interface ResultsProps {
  language: Language;
  styleUrl: string;
  scriptUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  /** Whether the reader sees some localities only. */
  reach: { isLimited: boolean };
}

interface FrameProps {
  props: ResultsProps;
  title: string;
  /** The page's address below the programme's, such as "results/INOV". */
  path: string;
  /** Between the programme and this page. */
  trail?: { href: string; text: string }[];
  children?: Child;
}

/** Where the browser follows what happens, and says so; without scripts the page stays as it is. */
export function Live({ props, release }: { props: ResultsProps; release: number }) {
  return (
    <p
      class="live no-print"
      role="status"
      data-progress={`/programmes/${props.programme.slug}/progress?language=${props.language}`}
      data-release={release}
      data-newer={dashboardTexts[props.language].newerRelease}
    />
  );
}

/** The frame of a page of results: where it belongs, and that invented data is invented. */
export function ResultsFrame({ props, title, path, trail = [], children }: FrameProps) {
  const { language, programme } = props;
  const frame = {
    language,
    title: `${title} · ${inLanguage(programme.title, language)}`,
    styleUrl: props.styleUrl,
    scriptUrl: props.scriptUrl,
    path: `/programmes/${programme.slug}/${path}`,
    isSignedIn: true,
    isDemonstration: programme.kind !== "real",
  };
  const steps = [
    { href: "/programmes", text: siteTexts[language].programmes },
    { href: `/programmes/${programme.slug}`, text: inLanguage(programme.title, language) },
    ...trail,
  ];
  return (
    <Layout frame={frame}>
      <ol class="trail">
        {steps.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ol>
      <h1>{title}</h1>
      {props.reach.isLimited ? <p class="soft">{dashboardTexts[language].ownLocalities}</p> : null}
      {children}
      <p class="soft no-print">
        <a href={`/programmes/${programme.slug}/who-sees`}>{whoSeesTexts[language].link}</a>
      </p>
    </Layout>
  );
}
