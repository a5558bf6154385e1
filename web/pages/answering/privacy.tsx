import type { Text } from "../../../server/domain/text.ts";
import type { IdentityMode } from "../../../server/domain/words.ts";
import { ownAnswersTexts } from "../../texts/own-answers.ts";
import { type AnsweringFrame, AnsweringPage, wholePage } from "./frame.tsx";
import { NoticeText } from "./notice.tsx";

/** Who can see what, as the software really does it, and below it the notice in full. */
export function privacyPage({
  frame,
  threshold,
  mode,
  notice,
  isWhoAnsweredTold,
}: {
  frame: AnsweringFrame;
  threshold: number;
  mode: IdentityMode;
  notice: Text | undefined;
  isWhoAnsweredTold: boolean;
}): string {
  const texts = ownAnswersTexts[frame.language].privacy;
  return wholePage(
    <AnsweringPage frame={{ ...frame, title: texts.title, path: "/a/privacy", isStarted: true }}>
      <h1>{texts.title}</h1>
      <table>
        <caption class="visually-hidden">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.who}</th>
            <th scope="col">{texts.sees}</th>
          </tr>
        </thead>
        <tbody>
          {texts.rows(threshold, mode, isWhoAnsweredTold).map(([who, sees]) => (
            <tr>
              <th scope="row">{who}</th>
              <td>{sees}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notice ? <NoticeText title={texts.notice} text={notice} language={frame.language} /> : null}
    </AnsweringPage>,
  );
}
