/**
 * Words that stand at the top of every list of leaked passwords, in English and Lithuanian, and what people make of them
 * when twelve letters are asked for. Compared in small letters, without the figures and signs around them.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwordpassword password1password passw0rd passw0rdpassw0rd mypassword mypasswordis
  thisismypassword newpassword changeme changemeplease letmein letmeinplease letmeinnow iloveyou iloveyouforever
  iloveyousomuch welcome welcomewelcome welcomehome admin administrator administratorius superadmin rootroot
  superuser qwerty qwertyqwerty qwertyuiop qwertyuiopasdf asdfghjkl asdfasdfasdf zxcvbnm abcabcabcabc abcdef
  football footballfootball baseball basketball basketballas princess princessprincess sunshine sunshinesunshine
  monkeymonkey dragondragon masterpassword trustno1 whatever whateverwhatever superman batmanbatman starwars
  pokemonpokemon michaeljordan jordanjordan liverpoolfc manchesterunited manchester chocolate butterfly
  computercomputer internetinternet correcthorsebatterystaple correcthorsebattery secretsecret topsecret
  slaptazodis slaptažodis slaptazodisslaptazodis manoslaptazodis manoslaptažodis naujasslaptazodis labas labaslabas
  labasrytas labadiena labasvakaras lietuva lietuvalietuva lietuvalietuvoje vilnius vilniusvilnius vilniuskaunas
  kaunaskaunas klaipeda klaipėda zalgiris žalgiris kaunozalgiris kaunožalgiris krepsinis krepšinis
  krepsiniskrepsinis myliutave myliutavelabai asmyliutave pavasaris vasaravasara ziemaziema rudenisruduo
  prisijungimas prisijungti vartotojas testastestas testtesttest testingtesting pokytis pokytispokytis apklausa
  apklausos apklausosapklausos mokymai mokymaimokymai projektas projektasprojektas`.split(/\s+/),
);
