import type { Language, Text } from "../../../server/domain/text.ts";
import type { IdentityMode, ProgrammeKind } from "../../../server/domain/words.ts";
import { mailingTexts } from "../../texts/mailings.ts";
import { document } from "../layout.tsx";
import { DoneNotice } from "../participants/fields.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import { MailingForm, type MailingFormProps } from "./mailing-form.tsx";
import { MailingList, type ShownMailing } from "./mailing-list.tsx";
import { type ReturnedLine, ReturnedSection } from "./returned-section.tsx";

interface PageProps {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind; identityMode: IdentityMode };
  reachable: { all: number; withAddress: number };
  /** Whether letters can be sent from this installation. */
  canSend: boolean;
  /** Of the whole programme, or of the reader's localities alone. */
  isWhole: boolean;
  /** Undefined while nobody is writing. */
  form: Omit<MailingFormProps, "language" | "path"> | undefined;
  hasWaves: boolean;
  mailings: readonly ShownMailing[];
  /** People to whom letters come back. */
  returned: readonly ReturnedLine[];
  links: readonly { locality: string; url: string }[];
  notice?: string;
}

/** Invitations and reminders: written, sent, and how far they came. */
export function mailingsPage(props: PageProps): string {
  const { language, programme } = props;
  const texts = mailingTexts[language];
  const path = `/programmes/${programme.slug}/mailings`;
  const { all, withAddress } = props.reachable;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="mailings"
    >
      {props.notice ? <DoneNotice>{props.notice}</DoneNotice> : null}
      <p>{texts.lead[programme.identityMode]}</p>
      <p>{texts.reachable(withAddress, all)}</p>
      {props.canSend ? null : (
        <div class="notice-box">
          <p>{texts.noMail}</p>
          <p class="soft">{texts.noMailOperator}</p>
        </div>
      )}
      {props.form ? (
        <MailingForm {...props.form} language={language} path={path} />
      ) : (
        <Beginnings props={props} path={path} />
      )}
      <ReturnedSection language={language} path={path} returned={props.returned} />
      <Links props={props} path={path} />
      {props.canSend || props.mailings.length > 0 ? (
        <MailingList
          language={language}
          path={path}
          mailings={props.mailings}
          isWhole={props.isWhole}
        />
      ) : null}
    </ProgrammePage>,
  );
}

function Beginnings({ props, path }: { props: PageProps; path: string }) {
  const texts = mailingTexts[props.language].form;
  if (!props.canSend) return null;
  if (!props.hasWaves) return <p>{texts.noWaves}</p>;
  return (
    <p class="actions">
      <a class="button" href={`${path}?new=invitation`}>
        {texts.begin.invitation}
      </a>
      <a class="button quiet" href={`${path}?new=reminder`}>
        {texts.begin.reminder}
      </a>
    </p>
  );
}

function Links({ props, path }: { props: PageProps; path: string }) {
  const texts = mailingTexts[props.language];
  return (
    <section>
      <h2 id="links">{texts.links.title}</h2>
      <p>{texts.links.lead}</p>
      {props.links.length === 0 ? (
        <form class="actions" method="post" action={`${path}/links`}>
          <button class="quiet" type="submit">
            {texts.links.show}
          </button>
          <a href={`/programmes/${props.programme.slug}/cards`}>{texts.cards}</a>
        </form>
      ) : (
        <dl class="facts links">
          {props.links.map(({ locality, url }) => (
            <>
              <dt>{locality}</dt>
              <dd>
                <code class="hash">{url}</code>
              </dd>
            </>
          ))}
        </dl>
      )}
    </section>
  );
}
