import type { Child } from "hono/jsx";
import type { Language, Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind } from "../../../server/domain/words.ts";
import { type ReturnedFault, returnedTexts } from "../../texts/returned-letters.ts";
import { document } from "../layout.tsx";
import { MistakeSummary, TextArea } from "../participants/fields.tsx";
import { ProgrammePage } from "../programme-page.tsx";

interface Common {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
}

/** Where the text of returned letters is pasted, or their files are given. */
export function returnedPage(props: Common & { text: string; fault?: ReturnedFault }): string {
  const { language } = props;
  const texts = returnedTexts[language];
  const mistake = props.fault && texts.faults[props.fault];
  return document(
    <Frame props={props}>
      <p>{texts.lead}</p>
      <p class="soft">{texts.notKept}</p>
      <MistakeSummary
        title={texts.mistakesTitle}
        mistakes={mistake ? [{ id: "text", text: mistake }] : []}
      />
      <form
        class="fields"
        method="post"
        action={`${pathOf(props)}/upload`}
        enctype="multipart/form-data"
      >
        <TextArea
          id="text"
          label={texts.text}
          hint={texts.textHint}
          value={props.text}
          rows={12}
          mistake={mistake}
        />
        <p>
          <label for="file">{texts.files}</label>
          <span id="file-hint" class="soft hint">
            {texts.filesHint}
          </span>
          <input
            id="file"
            name="file"
            type="file"
            accept=".eml,.txt,message/rfc822,text/plain"
            multiple
            aria-describedby="file-hint"
          />
        </p>
        <button type="submit">{texts.find}</button>
      </form>
    </Frame>,
  );
}

/** Somebody whose address was found. */
export interface FoundPerson {
  personId: string;
  fullName: string;
  address: string;
  isHeld: boolean;
  isReturned: boolean;
}

interface FoundProps extends Common {
  failed: readonly FoundPerson[];
  delayed: readonly FoundPerson[];
  mentioned: readonly FoundPerson[];
  /** Addresses that are nobody's here, of those that a mail server reported. */
  strangers: number;
  isNobodyChosen: boolean;
}

/** Whose addresses were found, to be confirmed one by one. */
export function foundPage(props: FoundProps): string {
  const { failed, mentioned, delayed } = props;
  const texts = returnedTexts[props.language];
  const all = [...failed, ...mentioned];
  const first = all.find(canBeMarked);
  return document(
    <Frame props={props}>
      {props.isNobodyChosen && first ? (
        <MistakeSummary
          title={texts.mistakesTitle}
          mistakes={[{ id: `mark-${first.personId}`, text: texts.found.choose }]}
        />
      ) : null}
      <p>{texts.found.lead}</p>
      <form class="fields" method="post" action={`${pathOf(props)}/marks`}>
        {Object.entries({ failed, mentioned, delayed }).flatMap(([name, people]) =>
          people.map(({ address }) => <input type="hidden" name={name} value={address} />),
        )}
        <People props={props} title={texts.found.failed} people={failed} isTicked />
        <People
          props={props}
          title={failed.length > 0 ? texts.found.mentionedToo : texts.found.mentioned}
          hint={failed.length > 0 ? texts.found.mentionedHint : undefined}
          people={mentioned}
          isTicked={failed.length === 0}
        />
        {first ? <button type="submit">{texts.found.mark}</button> : null}
      </form>
      {delayed.length > 0 ? (
        <p>{texts.found.delayed(delayed.map(({ fullName }) => fullName).join(", "))}</p>
      ) : null}
      {props.strangers > 0 ? <p class="soft">{texts.found.strangers(props.strangers)}</p> : null}
      <p>
        <a href={pathOf(props)}>{texts.found.again}</a>
      </p>
    </Frame>,
  );
}

function canBeMarked({ isHeld, isReturned }: FoundPerson): boolean {
  return !isHeld && !isReturned;
}

interface PeopleProps {
  props: FoundProps;
  title: string;
  hint?: string;
  people: readonly FoundPerson[];
  isTicked: boolean;
}

function People({ props, title, hint, people, isTicked }: PeopleProps) {
  if (people.length === 0) return null;
  const texts = returnedTexts[props.language].found;
  return (
    <fieldset>
      <legend>{title}</legend>
      {hint ? <p class="soft">{hint}</p> : null}
      {people.map((person) => (
        <p>
          {canBeMarked(person) ? (
            <label class="tick">
              <input
                type="checkbox"
                id={`mark-${person.personId}`}
                name="mark"
                value={`${person.personId} ${person.address}`}
                checked={isTicked && !props.isNobodyChosen}
              />
              <span class="contact">{`${person.fullName}, ${person.address}`}</span>
            </label>
          ) : (
            <>
              <span class="contact">{`${person.fullName}, ${person.address}`}</span>
              <span class="soft hint">{person.isReturned ? texts.already : texts.held}</span>
            </>
          )}
        </p>
      ))}
    </fieldset>
  );
}

function Frame({ props, children }: { props: Common; children?: Child }) {
  const texts = returnedTexts[props.language];
  return (
    <ProgrammePage
      language={props.language}
      styleUrl={props.styleUrl}
      programme={props.programme}
      title={texts.title}
      place="mailings/returned"
    >
      {children}
      <p>
        <a href={`/programmes/${props.programme.slug}/mailings`}>{texts.back}</a>
      </p>
    </ProgrammePage>
  );
}

function pathOf({ programme }: Common): string {
  return `/programmes/${programme.slug}/mailings/returned`;
}
