import { openEngine } from './src/lib/search/engine.ts';
import { matcherOf } from './src/lib/search/match.ts';
import { partsOf, zoneOf } from './src/lib/search/parts.ts';
import { libraryOf, textOf, noteOf } from './tests/search/library.ts';
const T = (h: string|null, p: string[], more: any = {}) => textOf(h, p, more);
const texts = [
 T('General Strike in the U.S.', ['The workers’ strike began. Strikers of the general strike committee said so.', 'I.C.E. agents and ice cream; the U.S. army. 1,234 and 1.234 and 1 234 and 1 234.']),
 T('Öcalan speaks', ['Łódź, Đilas, Ørsted, Straße, ışık, Æsop, œuvre. Die ﬁnance des ﬂeuves. docu\u00adment four‑week four-week don’t don\'t dont O’Brien obrien L’Humanité'], {}),
 T('Δρόμος и улица', ['ΔΡΌΜΟΣ στον δρόμο. Улица, улицы. Ёлка елка. Й и'], {language: 'el'}),
 T('北京の新聞', ['北京大学は東京にある。', '한국 신문'], {language: 'ja'}),
 T('العربية جريدة', ['كَتَبَ الصحفي في الجَرِيدَة كتب', 'שָׁלוֹם עולם שלום'], {language: 'ar'}),
 T(null, ['Nurses on the picket line. The strike is over. wor worker workers strike'], {notes:[noteOf('1','A strike note')]}),
] as any[];
const cat = { gaps:[0,1,1,1,1,null], spans:[0,0,0,0,0,null], known:[0,0,0,0,0,1], authors:[[0],[1],[],[],[],[0,1]], publication:[0,null,null,null,null,1], kind:[0,0,0,0,0,0], language:[0,0,1,2,3,0], words:[1,1,1,1,1,1], dateBasis:[0,0,0,0,0,null], has:[1,1,1,1,1,2], names:{author:['Ana B. Doe','O’Brien, Máire'],publication:['The Nation','Gazette'],kind:['full','excerpt','notice'],language:['en','el','ja','ar'],known:['day','undated'],basis:['stated'],has:['headline','notes','lists','quotations','captions','headings']}} as any;
const lib = await libraryOf(texts, 3, cat);
const early = await openEngine(lib); const late = await openEngine(lib); await late.loadTexts();
const qs = process.argv[2] ? process.argv.slice(2) : `author:"ana doe"|author:"ana b doe"|author:o'brien|author:maire|-author:doe|headline:stri*|headline:"general strike"|NOT (strike OR öcalan)|-(strike öcalan)|"general strike"~5 -nurses|"strike general"~0|"wor* strike"|"wor* strike"~3|=Strike|=strike|="General Strike"|="general strike"|=Öcalan|=Ocalan|Ocalan|has:notes|-has:notes|is:undated|-is:undated|NOT is:undated strike|workers'|workers’|worker's|U.S.|us|=U.S.|=U.S|I.C.E.|ice|=ice|=I.C.E.|1,234|1234|1.234|"1 234"|1 234|document|docu­ment|four-week|fourweek|four‑week|four week|don't|don’t|dont|lodz|dilas|orsted|strasse|isik|aesop|oeuvre|finance|ﬁnance|fleuves|ΔΡΟΜΟΣ|δρομος|дром|улица|УЛИЦА|ёлка|елка|北京|京|北京大学|東京|한국|신문|كتب|الجريدة|جريدة|שלום|עולם|humanité|l'humanité|l’humanite|text:strike|headline:(strike OR öcalan)|text:"strike committee"|author:(doe OR maire) strike|date:1970|-date:1970|date:[.. TO 1970-01-02]|date:[1970-01-03 TO *]|strike~|strke~|"strke~"|strike stem:off|strikers|striker|=strikers|publication:"the nation"|publication:the|kind:full|lang:ja|lang:en -strike|headline:the|text:the|"of the"|the|=The|=the|-the|the OR nurses|nurses AND NOT strike|nurses NOT strike|NOT NOT strike|--strike|-NOT strike|"general strike" OR "picket line"|("general strike" OR nurses) -is:undated|"strike strike"~9|"strike stri*"~9|"the"~3 strike|obrien|o'brien|"o'brien"|headline:u.s.|headline:"the u.s."|"i.c.e. agents"|="I.C.E. agents"|wor?er|w?rker*|*ike|?trike|stri?e|strike?|str*e|headline:-strike|-headline:strike|author:-doe`.split('|');
const enc=(q:string,a:boolean)=>({query:q,any:a});
for (const q of qs) {
  const [a,b]=[await early.ask(enc(q,false)), await late.ask(enc(q,false))];
  const rows=[...(b.rows??[])];
  const lines = b.rows ? await late.lines(enc(q,false), b.rows) : null;
  const perRow = rows.map(r=>lines ? [...lines.rows].filter(x=>x===r).length : -1);
  const marks = rows.map(r=>{const m=matcherOf(enc(q,false),texts[r].language);return partsOf(texts[r]).reduce((s,p)=>s+m.find(p.text,zoneOf(p)).length,0)});
  const counts=[...(b.matches??[])];
  const bad = JSON.stringify([...(a.rows??[])])!==JSON.stringify(rows) || JSON.stringify(counts)!==JSON.stringify(marks) || JSON.stringify(counts)!==JSON.stringify(perRow);
  const cl=b.clauses.map(c=>`${c.not?'-':''}${c.field??''}${c.field?':':''}${c.exact?'=':''}${c.kind}<${c.text}>${c.ignored?'!':''}=${c.articles}`).join(' ');
  console.log(bad?'BAD ':'ok  ', q.padEnd(28), b.rows?JSON.stringify(rows):'null', JSON.stringify(counts), cl, b.problems.map(p=>`{${p.at} ${p.message} -> ${p.repair}}`).join(' '));
}
