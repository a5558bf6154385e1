import type { Language, Text } from "../../server/domain/text.ts";
import type { IdentityMode, ProgrammeKind, WaveKind } from "../../server/domain/words.ts";
import { cardTexts } from "../texts/cards.ts";
import { paperTexts } from "../texts/paper.ts";
import { programmeTexts } from "../texts/programmes.ts";
import { document } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

export interface CardLocality {
  key: string;
  nominative: string;
  cards: number;
  /** In register mode: the cycle participants, and who of them has a card. */
  holders: readonly { enrolmentId: string; fullName: string; hasCard: boolean }[];
}

/** A mistake in one of the page's forms, told beside it with what was typed. */
export interface CardMistake {
  locality: string;
  enrolmentId?: string;
  typed: string;
}

interface PageProps {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind; identityMode: IdentityMode };
  /** The waves that have a questionnaire to be printed. */
  paperWaves: readonly WaveKind[];
  /** The address that cards would bear and no phone can open; null where it can. */
  unreachable: string | null;
  localities: readonly CardLocality[];
  mostCards: number;
  mistake?: CardMistake;
}

/** Where an organiser prints cards, and in register mode issues a new one to somebody who lost theirs. */
export function cardsPage(props: PageProps): string {
  const { language, programme } = props;
  const texts = cardTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="cards"
    >
      <p>{texts.lead[programme.identityMode]}</p>
      <p class="notice-box">{texts.onceOnly}</p>
      {props.unreachable ? <p class="notice-box">{texts.unreachable(props.unreachable)}</p> : null}
      {props.paperWaves.length > 0 ? <Papers props={props} /> : null}
      {props.localities.map((locality) => (
        <section>
          <h2>{locality.nominative}</h2>
          <p>{`${texts.cards}: ${locality.cards}`}</p>
          {programme.identityMode === "register" ? (
            <Register props={props} locality={locality} />
          ) : (
            <CountForm props={props} locality={locality} />
          )}
        </section>
      ))}
    </ProgrammePage>,
  );
}

function Papers({ props: { language, programme, paperWaves } }: { props: PageProps }) {
  return (
    <>
      <h2>{paperTexts[language].print}</h2>
      <p>{paperTexts[language].printAdvice}</p>
      <ul>
        {paperWaves.map((kind) => (
          <li>
            <a href={`/programmes/${programme.slug}/waves/${kind}/paper.pdf`}>
              {`${programmeTexts[language].waves[kind]} (PDF)`}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface PartProps {
  props: PageProps;
  locality: CardLocality;
}

function CountForm({ props, locality }: PartProps) {
  const texts = cardTexts[props.language];
  const id = `count-${locality.key}`;
  const mistake = props.mistake?.locality === locality.key ? props.mistake : undefined;
  return (
    <form class="fields" method="post" action={cardsPath(props, locality)}>
      <p>
        <label for={id}>{texts.count}</label>
        <input
          id={id}
          name="count"
          inputmode="numeric"
          value={mistake?.typed ?? "16"}
          aria-invalid={mistake ? "true" : undefined}
          aria-describedby={mistake ? `${id}-mistake` : undefined}
        />
        {mistake ? (
          <span id={`${id}-mistake`} class="mistake">
            {texts.countMistake(props.mostCards)}
          </span>
        ) : null}
      </p>
      <button type="submit" aria-label={`${texts.make}: ${locality.nominative}`}>
        {texts.make}
      </button>
    </form>
  );
}

function Register({ props, locality }: PartProps) {
  const texts = cardTexts[props.language];
  const isAnybodyMissing = locality.holders.some((holder) => !holder.hasCard);
  return (
    <>
      {isAnybodyMissing ? (
        <form method="post" action={cardsPath(props, locality)}>
          <button type="submit" aria-label={`${texts.makeMissing}: ${locality.nominative}`}>
            {texts.makeMissing}
          </button>
        </form>
      ) : (
        <p class="soft">{texts.nobodyMissing}</p>
      )}
      {locality.holders.length > 0 ? <HolderTable props={props} locality={locality} /> : null}
    </>
  );
}

function HolderTable({ props, locality }: PartProps) {
  const texts = cardTexts[props.language];
  const hasMistake = props.mistake?.locality === locality.key;
  return (
    <details open={hasMistake}>
      <summary>{`${texts.participants}: ${locality.holders.length}`}</summary>
      <div class="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.person}</th>
              <th scope="col">{texts.cards}</th>
              <th scope="col">{texts.reissue}</th>
            </tr>
          </thead>
          <tbody>
            {locality.holders.map((holder) => (
              <tr>
                <th scope="row">{holder.fullName}</th>
                <td>{holder.hasCard ? texts.hasCard : texts.noCard}</td>
                <td>
                  {holder.hasCard ? (
                    <ReissueForm props={props} locality={locality} holder={holder} />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function ReissueForm({
  props,
  locality,
  holder,
}: PartProps & { holder: CardLocality["holders"][number] }) {
  const texts = cardTexts[props.language];
  const id = `reason-${holder.enrolmentId}`;
  const mistake = props.mistake?.enrolmentId === holder.enrolmentId;
  return (
    <form
      class="fields in-row"
      method="post"
      action={`${cardsPath(props, locality)}/${holder.enrolmentId}/reissue`}
    >
      <input
        id={id}
        name="reason"
        maxlength={200}
        placeholder={texts.reason}
        aria-label={`${texts.reason}: ${holder.fullName}`}
        aria-invalid={mistake ? "true" : undefined}
        aria-describedby={mistake ? `${id}-mistake` : undefined}
      />
      <button class="quiet" type="submit" aria-label={`${texts.reissue}: ${holder.fullName}`}>
        {texts.reissue}
      </button>
      {mistake ? (
        <span id={`${id}-mistake`} class="mistake">
          {texts.reasonMissing}
        </span>
      ) : null}
    </form>
  );
}

function cardsPath(props: PageProps, locality: CardLocality): string {
  return `/programmes/${props.programme.slug}/localities/${locality.key}/cards`;
}
