import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import { participantTexts } from "../../texts/participants.ts";
import { SelectField, TextField } from "./fields.tsx";

/** The search as it was typed and chosen; keys of localities, groups' ids. */
export interface ParticipantSearch {
  words: string;
  locality: string;
  group: string;
  sector: string;
  role: string;
}

/** What searching and turning pages are made from. */
export interface SearchProps {
  language: Language;
  programme: { slug: string };
  search: ParticipantSearch;
  choices: {
    localities: readonly { key: string; nominative: string }[];
    groups: readonly { id: string; name: string; locality: string }[];
    sectors: readonly { key: string; label: Text }[];
  };
  page: number;
  pages: number;
}

/** What the list is narrowed to. */
export function SearchForm({ props }: { props: SearchProps }) {
  const { language, choices, search } = props;
  const texts = participantTexts[language];
  const { fields } = texts;
  const path = `/programmes/${props.programme.slug}/participants/search`;
  const roles = [
    { value: "", label: texts.search.everyRole },
    { value: "cycle-participant", label: texts.roles["cycle-participant"] },
    { value: "involved", label: texts.roles.involved },
    { value: "withdrawn", label: texts.search.withdrawn },
  ];
  return (
    <search>
      <form class="fields search-form" method="post" action={path}>
        <TextField
          id="words"
          label={texts.search.words}
          hint={texts.search.hint}
          value={search.words}
          maxlength={100}
        />
        <SelectField
          id="locality"
          label={fields.locality}
          value={search.locality}
          options={[
            { value: "", label: texts.search.everywhere },
            ...choices.localities.map(({ key, nominative }) => ({ value: key, label: nominative })),
          ]}
        />
        {choices.groups.length > 0 ? (
          <SelectField
            id="group"
            label={fields.group}
            value={search.group}
            options={[
              { value: "", label: texts.search.everyGroup },
              ...choices.groups.map(({ id, name, locality }) => ({
                value: id,
                label: `${locality}: ${name}`,
              })),
            ]}
          />
        ) : null}
        {choices.sectors.length > 0 ? (
          <SelectField
            id="sector"
            label={fields.sector}
            value={search.sector}
            options={[
              { value: "", label: texts.search.everySector },
              ...choices.sectors.map(({ key, label }) => ({
                value: key,
                label: inLanguage(label, language),
              })),
            ]}
          />
        ) : null}
        <SelectField id="role" label={fields.role} value={search.role} options={roles} />
        <p>
          <button type="submit">{texts.search.submit}</button>
        </p>
      </form>
    </search>
  );
}

/** By a form: a name that was searched for must not stand in an address. */
export function Pages({ props }: { props: SearchProps }) {
  const texts = participantTexts[props.language].search;
  if (props.pages <= 1) return null;
  const label = texts.page(props.page, props.pages);
  const turn = (page: number, words: string) => (
    <button class="quiet" type="submit" name="page" value={String(page)}>
      {words}
    </button>
  );
  return (
    <nav aria-label={label}>
      <form
        class="actions"
        method="post"
        action={`/programmes/${props.programme.slug}/participants/search`}
      >
        {Object.entries(props.search).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {props.page > 1 ? turn(props.page - 1, texts.previous) : null}
        <span>{label}</span>
        {props.page < props.pages ? turn(props.page + 1, texts.next) : null}
      </form>
    </nav>
  );
}
