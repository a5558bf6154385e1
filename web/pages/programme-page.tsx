import type { Child } from "hono/jsx";
import { inLanguage, type Language, type Text } from "../../server/domain/text.ts";
import type { ProgrammeKind } from "../../server/domain/words.ts";
import { Layout } from "./layout.tsx";

interface ProgrammePageProps {
  language: Language;
  styleUrl: string;
  scriptUrl?: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  title: string;
  /** The last part of the address, such as "cards". */
  place: string;
  children?: Child;
}

/** The frame of the pages below one programme: its name leads back to it, and invented data is marked. */
export function ProgrammePage(props: ProgrammePageProps) {
  const { language, programme, title } = props;
  const home = `/programmes/${programme.slug}`;
  const frame = {
    language,
    title,
    styleUrl: props.styleUrl,
    scriptUrl: props.scriptUrl,
    path: `${home}/${props.place}`,
    isSignedIn: true,
    isDemonstration: programme.kind !== "real",
  };
  return (
    <Layout frame={frame}>
      <p class="soft">
        <a href={home}>{inLanguage(programme.title, language)}</a>
      </p>
      <h1>{title}</h1>
      {props.children}
    </Layout>
  );
}
