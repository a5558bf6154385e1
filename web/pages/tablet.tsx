import { raw } from "hono/html";
import encodeQr from "qr";
import { inLanguage, type Language, type Text } from "../../server/domain/text.ts";
import { roomTexts } from "../texts/room.ts";
import { document, Layout } from "./layout.tsx";

interface TabletProps {
  language: Language;
  styleUrl: string;
  programme: { title: Text };
  locality: string;
  isDemonstration: boolean;
  /** What makes a device a lent one. */
  link: string;
  path: string;
}

/** How a lent tablet is set up, to be scanned by it, opened on it or printed. */
export function tabletPage(props: TabletProps): string {
  const { language, link } = props;
  const texts = roomTexts[language];
  const frame = {
    language,
    title: texts.tabletTitle,
    styleUrl: props.styleUrl,
    path: props.path,
    isSignedIn: false,
    isDemonstration: props.isDemonstration,
  };
  return document(
    <Layout frame={frame}>
      <p class="soft">
        {props.locality}
        <br />
        {inLanguage(props.programme.title, language)}
      </p>
      <h1>{texts.tabletTitle}</h1>
      <div class="tablet">
        <div class="wall-code" role="img" aria-label={texts.qrAlt(link)}>
          {raw(encodeQr(link, "svg", { border: 2 }))}
        </div>
        <div>
          <ol>
            {texts.tabletSteps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <p>
            {`${texts.tabletAddress}: `}
            <span class="address">{link}</span>
          </p>
          <p class="no-print">
            <a class="button" href={link}>
              {texts.tabletOpen}
            </a>
          </p>
        </div>
      </div>
    </Layout>,
  );
}
