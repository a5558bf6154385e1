import { counted, type PluralForms } from "./numbers.ts";
import type { ParticipantImportTexts } from "./participant-import.ts";

const rows: PluralForms = { one: "row", other: "rows" };

export const participantImportTextsEn: ParticipantImportTexts = {
  title: "Importing a list of participants",
  lead: "An Excel (.xlsx) or CSV file will do: one row, one person. You are shown what would change before anything is stored. The same list may be imported again: nobody appears twice.",
  keptFor:
    "Until you have imported it, the file’s content is kept for up to 24 hours and then erased. Once imported it is erased at once.",
  file: "File of the list",
  fileHint: "Up to 8 MB and 20,000 rows.",
  upload: "Upload and look",
  noLocalities: "The programme has no localities yet. Add them first.",
  fields: {
    fullName: "Name (whole)",
    firstName: "First name",
    lastName: "Surname",
    locality: "Locality",
    group: "Group",
    sector: "Sector",
    organisation: "Organisation",
    email: "E-mail",
    phone: "Telephone",
    role: "Takes part as",
    gender: "Gender",
    ageBand: "Age",
  },
  columns: {
    title: "What is in which column",
    lead: "Columns were recognised by their heads. Correct them where needed; columns that are not needed are not taken.",
    sheet: "Sheet",
    headRow: "Row of heads",
    useSheet: "Read this sheet",
    ignored: "do not take",
    column: (letter, head) => (head === "" ? `Column ${letter}` : `${letter}: ${head}`),
    example: (words) => `for example: ${words}`,
    everybodysLocality: "Everybody’s locality",
    everybodysLocalityHint: "Needed where the list has no column for it.",
    newcomersRole: "Takes part as, where the list does not say",
    fillDown: "An empty cell for the locality means the one above it",
    preview: "Look",
    mistakes: {
      name: "Say which column holds the name (or which the first name and which the surname).",
      twice: "Two columns are said to hold the same: leave one.",
      locality: "Say which column holds the locality, or choose everybody’s.",
      headRow: "Enter the number of the row of heads.",
    },
  },
  preview: {
    title: "What will change",
    outcomes: { new: "New", changed: "Changed", same: "The same", unclear: "Unclear" },
    explained: {
      new: "There is no such person in that locality yet.",
      changed:
        "The person is known and the list says something else. An empty cell changes nothing.",
      same: "Nothing is changed.",
      unclear:
        "The name is known in that locality, but works elsewhere, or there are several. Say whether it is the same person; until you do, the row is left out.",
    },
    rowsWithMistakes: "Rows with mistakes",
    mistakesAdvice:
      "These rows will be left out. You can correct the file and import it again, now or later.",
    head: {
      row: "Row",
      cell: "Cell",
      mistake: "Mistake",
      person: "Person",
      locality: "Locality",
      change: "Changes",
      decision: "Who it is",
    },
    faults: {
      missing: "The cell is empty: fill it in.",
      "too-long": "The text is too long: shorten it.",
      "unknown-locality":
        "The programme has no such locality: correct the name or add the locality.",
      "locality-of-others":
        "You do not look after the people of this locality. Whoever does has to import its rows.",
      "person-of-others":
        "This person also takes part in a locality that others look after, so their facts cannot be changed from here. Leave the cell empty, or ask the organiser of the whole programme.",
      "unknown-sector": "The programme has no such sector: correct the name or add the sector.",
      "unknown-role": "Not understood. Write “participant” or “involved”.",
      "unknown-gender":
        "Not understood. Write “woman”, “man”, “non-binary” or “prefer not to say”; leave it empty if you do not know.",
      "unknown-age":
        "Not understood. Write the age in years, or “under 18”, “18–29”, “30–54”, “55+”; leave it empty if you do not know.",
      "not-an-address": "This is not an e-mail address: correct it or leave it empty.",
      repeated: "The same person was in the list already.",
    },
    repeats: (row) => `Repeats row ${row}.`,
    newGroups: (names) => `Groups that will be made: ${names}.`,
    sameAs: (row) => `the same person as in row ${row}`,
    knownElsewhere: "takes part in another locality already",
    emptyCell: "empty",
    change: (field, before, after) => `${field}: ${before} → ${after}`,
    nothing: "nothing",
    somebodyElse: "Somebody else – add a new person",
    leaveOut: "Leave out",
    thisOne: (name, work) => `The same: ${work ? `${name}, ${work}` : name}`,
    more: (count) => `and ${counted(count, rows, "en")} more`,
    unclearMore: (count) =>
      `${counted(count, rows, "en")} more are not shown and will be left out: settle these and import the file again.`,
    apply: (count) => `Import ${counted(count, rows, "en")}`,
    applyLeavingOut: (count, leftOut) =>
      `Import ${counted(count, rows, "en")}, leave out ${leftOut} with mistakes`,
    nothingToDo: "There is nothing to import: all is so already, or every row has a mistake.",
    changedMeanwhile:
      "The list of participants changed while you looked. Nothing was imported; please look again.",
    discard: "Give up and erase the uploaded file",
  },
};
