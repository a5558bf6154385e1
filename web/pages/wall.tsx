import { raw } from "hono/html";
import encodeQr from "qr";
import { inLanguage, type Language, type Text } from "../../server/domain/text.ts";
import type { IdentityMode } from "../../server/domain/words.ts";
import { type RoomTexts, roomTexts, sentWords } from "../texts/room.ts";
import { document, Layout } from "./layout.tsx";

interface WallProps {
  language: Language;
  styleUrl: string;
  scriptUrl: string;
  programme: { title: Text };
  locality: string;
  isDemonstration: boolean;
  identityMode: IdentityMode;
  /** What the QR code leads to, and the short address to type. */
  link: string;
  shortAddress: string;
  /** The page's own address, and where its numbers come from. */
  path: string;
  /** Null while no wave is open there. */
  sent: { low: number; high: number } | null;
}

/** The page on the wall: to be read from the last row, by people who have never seen it before. */
export function wallPage(props: WallProps): string {
  const { language } = props;
  const texts = roomTexts[language];
  const frame = {
    language,
    title: texts.title,
    styleUrl: props.styleUrl,
    scriptUrl: props.scriptUrl,
    path: props.path,
    isSignedIn: false,
    isDemonstration: props.isDemonstration,
  };
  return document(
    <Layout frame={frame}>
      <div class="wall">
        <div class="wall-code" role="img" aria-label={texts.qrAlt(props.link)}>
          {raw(encodeQr(props.link, "svg", { border: 2 }))}
        </div>
        <div class="wall-words">
          <p class="soft">
            {props.locality}
            <br />
            {inLanguage(props.programme.title, language)}
          </p>
          <h1>{texts.title}</h1>
          <WallWords props={props} texts={texts} />
        </div>
      </div>
    </Layout>,
  );
}

function WallWords({ props, texts }: { props: WallProps; texts: RoomTexts }) {
  if (props.sent === null) return <p class="notice-box">{texts.notOpen}</p>;
  return (
    <>
      <p>{texts.scan}</p>
      {props.identityMode === "self-made" ? (
        <p>{texts.makeCode}</p>
      ) : (
        <>
          <p>{texts.orType(props.shortAddress)}</p>
          <p>{texts.haveCard}</p>
        </>
      )}
      <p
        class="wall-count"
        role="status"
        data-poll={`${props.path}/progress?language=${props.language}`}
      >
        {sentWords(props.sent, props.language)}
      </p>
    </>
  );
}
