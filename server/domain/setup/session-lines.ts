import { isDay } from "./read-form.ts";

/** One session of a timetable as it was typed or pasted. */
export interface SessionLine {
  heldOn: string;
  hours: string;
  title: string;
  lecturer: string;
  place: string;
}

/**
 * Reads a timetable, one session a line: day; hours; title; lecturer; place, divided by semicolons or, as a spreadsheet
 * pastes it, by tabs. A day may be written as in official documents (2026-03-02) or with dots (2026.03.02).
 */
export function readSessionLines(text: string): { line: number; session: SessionLine }[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter((line) => line.text.trim() !== "")
    .map((line) => ({ line: line.line, session: readLine(line.text) }));
}

function readLine(text: string): SessionLine {
  const parts = text.split(text.includes("\t") ? "\t" : ";").map((part) => part.trim());
  const [day = "", hours = "", title = "", lecturer = "", place = ""] = parts;
  const dashed = day.replaceAll(".", "-").replace(/-$/, "");
  return { heldOn: isDay(dashed) ? dashed : day, hours, title, lecturer, place };
}
