import { expect, it } from "vitest";
import { proposePlaceForms } from "../../../server/domain/setup/place-names.ts";

it.each([
  ["Prienai", "Prienų", "Prienuose"],
  ["Pagėgiai", "Pagėgių", "Pagėgiuose"],
  ["Šilutė", "Šilutės", "Šilutėje"],
  ["Ignalina", "Ignalinos", "Ignalinoje"],
  ["Trakai", "Trakų", "Trakuose"],
  ["Vilnius", "Vilniaus", "Vilniuje"],
  ["Kaunas", "Kauno", "Kaune"],
  ["Panevėžys", "Panevėžio", "Panevėžyje"],
  ["Utena", "Utenos", "Utenoje"],
  ["Alytus", "Alytaus", "Alytuje"],
  ["Marijampolė", "Marijampolės", "Marijampolėje"],
  ["Druskininkai", "Druskininkų", "Druskininkuose"],
  ["Biržai", "Biržų", "Biržuose"],
  ["Telšiai", "Telšių", "Telšiuose"],
  ["Klaipėda", "Klaipėdos", "Klaipėdoje"],
  ["Kretinga", "Kretingos", "Kretingoje"],
  ["Joniškis", "Joniškio", "Joniškyje"],
  ["Visaginas", "Visagino", "Visagine"],
  ["Neringa", "Neringos", "Neringoje"],
  ["Birštonas", "Birštono", "Birštone"],
  ["Zarasai", "Zarasų", "Zarasuose"],
  ["Rokiškis", "Rokiškio", "Rokiškyje"],
  ["Kėdainiai", "Kėdainių", "Kėdainiuose"],
  ["Širvintos", "Širvintų", "Širvintose"],
  ["Molėtai", "Molėtų", "Molėtuose"],
  ["Nida", "Nidos", "Nidoje"],
  ["Palanga", "Palangos", "Palangoje"],
  ["Elektrėnai", "Elektrėnų", "Elektrėnuose"],
  ["Kybartai", "Kybartų", "Kybartuose"],
  ["Šakiai", "Šakių", "Šakiuose"],
  ["Pakruojis", "Pakruojo", "Pakruojyje"],
  ["Pasvalys", "Pasvalio", "Pasvalyje"],
  ["Švenčionys", "Švenčionių", "Švenčionyse"],
  ["Rudiškės", "Rudiškių", "Rudiškėse"],
  ["Vilkija", "Vilkijos", "Vilkijoje"],
  ["Ukmergė", "Ukmergės", "Ukmergėje"],
  ["Lazdijai", "Lazdijų", "Lazdijuose"],
  ["Kudirkos Naumiestis", "Kudirkos Naumiesčio", "Kudirkos Naumiestyje"],
  ["Žemaičių Naumiestis", "Žemaičių Naumiesčio", "Žemaičių Naumiestyje"],
  ["Naujoji Akmenė", "Naujosios Akmenės", "Naujojoje Akmenėje"],
  ["Baltoji Vokė", "Baltosios Vokės", "Baltojoje Vokėje"],
])("%s: %s, %s", (nominative, genitive, locative) => {
  expect(proposePlaceForms(nominative)).toEqual({ genitive, locative });
});

it.each(["Tallinn", "Oslo", "", "  ", "as", "12"])("proposes nothing for “%s”", (name) => {
  expect(proposePlaceForms(name)).toBeUndefined();
});
