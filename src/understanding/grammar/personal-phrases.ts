import type { SpokenLanguage } from '../../text/languages.ts';
import { phrases } from './grammar.ts';

/** What a phrase wants to become of what is known of the shopper, or of the reasons of a list. */
export type PersonalCue =
  | 'history-stop'
  | 'history-resume'
  | 'history-agree'
  | 'history-forget'
  | 'history-tell'
  | 'without-reasons'
  | 'goes-with';

/**
 * How each language says it: patterns as in `Grammar`. `history-agree` gives consent, so that it takes a whole sentence that
 * means nothing else.
 */
export const PERSONAL_PHRASES: Readonly<
  Record<SpokenLanguage, Readonly<Record<PersonalCue, readonly string[]>>>
> = {
  en: {
    'history-stop': phrases(`
      stop using|tracking|considering|following my? history|clicks|data|behaviour|behavior|activity|profile|me; stop tracking me; stop personalizing|personalising|profiling me|this|results|recommendations|it?;
      do|don't not? use|consider|track my history|clicks|data|behaviour|behavior|activity|profile; don't track|profile me; do not track|profile me;
      without my history; ignore my history|clicks|activity|profile; no personalization|personalisation|tracking please?;
      turn|switch off personalization|personalisation|tracking; turn|switch personalization|personalisation|tracking off; opt out of? personalization|personalisation|tracking?
    `),
    'history-resume': phrases(`
      use|consider my history|clicks|activity|profile again|now?; you can|may use|consider my history|clicks|activity|profile again?;
      start using my history|clicks|activity again?; personalize|personalise again|this|results|recommendations|it;
      turn|switch on personalization|personalisation; turn|switch personalization|personalisation on; resume my? history|personalization|personalisation
    `),
    'history-agree': phrases(`
      ^ i agree|consent that you use my history $; ^ yes ,? i agree|consent that you use my history $; ^ i agree|consent to the use of my history $;
      ^ yes ,? use my history $; ^ i consent to personalization|personalisation $
    `),
    'history-forget': phrases(`
      forget my last hour|visit|session|clicks; forget the last hour; forget what i looked|clicked|viewed at|on?; forget what i have|just? looked|clicked|viewed|seen at|on?;
      forget everything|all i looked|clicked at|on; clear|delete|erase my history|visit|session|clicks|activity; forget my history|activity
    `),
    'history-tell': phrases(`
      what do you know|remember|store|have about|on|of me; what have you stored|learned|saved about|on me; what data do you have|keep|store about|on|of? me?; show me? my profile|data
    `),
    'without-reasons': phrases(`
      what would|will you show|suggest|recommend|pick me? without that|it|this|them|those|these; what would i see without that|it|this|them;
      what|and if not for that|this; what would change it|that|this?; what would it|that be without that|it|this; what else would come first
    `),
    'goes-with': phrases(`
      something|anything|things|what that|which|to? goes|go|would|could|will go? well|nicely? with {ref}?; what goes|fits|works well|nicely? with {ref}; what matches {ref};
      what can|could|should i wear|buy|get|use|combine with {ref}; something|anything to match|complement|complete|accompany {ref}; to go with {ref};
      accessories for|to {ref}; bought together with {ref}; goes|go with {ref}; pairs|pair with {ref}
    `),
  },
  de: {
    'history-stop': phrases(`
      verwende|verwenden|nutze|nutzen|benutze|benutzen|beachte|beachten sie? meinen|meine|mein verlauf|klicks|daten|profil|verhalten nicht mehr?; verfolge|verfolgen sie? mich nicht mehr?;
      hör|höre|hören sie? auf mich zu verfolgen; hör|höre|hören sie? auf ,? meinen|meine|mein verlauf|daten|profil zu verwenden|nutzen|benutzen;
      ohne meinen verlauf; ignoriere|ignorieren sie? meinen|meine|mein verlauf|klicks|profil; keine personalisierung|verfolgung mehr?; personalisierung aus|ausschalten|abschalten|beenden
    `),
    'history-resume': phrases(`
      verwende|verwenden|nutze|nutzen|benutze|benutzen sie? meinen|meine|mein verlauf|klicks|profil wieder; du darfst|kannst meinen|mein verlauf|profil wieder verwenden|nutzen|benutzen;
      sie dürfen|können meinen|mein verlauf|profil wieder verwenden|nutzen|benutzen; personalisierung ein|an|einschalten|anschalten|wieder ein|an?
    `),
    'history-agree': phrases(`
      ^ ich stimme|willige zu|ein ,? dass du|sie meinen verlauf verwendest|verwenden|nutzt|nutzen $; ^ ja ,? ich stimme|willige zu|ein ,? dass du|sie meinen verlauf verwendest|verwenden|nutzt|nutzen $;
      ^ ja ,? verwende|verwenden|nutze|nutzen sie? meinen verlauf $; ^ ich stimme der nutzung|verwendung meines verlaufs zu $
    `),
    'history-forget': phrases(`
      vergiss|vergessen sie? meine letzte stunde|sitzung; vergiss|vergessen sie? die letzte stunde; vergiss|vergessen sie? meinen|meine besuch|verlauf|klicks;
      vergiss|vergessen sie? ,? was ich mir? angesehen|angeschaut|angeklickt habe; vergiss|vergessen sie? alles ,? was ich mir? angesehen|angeschaut|angeklickt habe; lösche|löschen|lösch sie? meinen|meine verlauf|besuch|klicks
    `),
    'history-tell': phrases(`
      was weißt|weisst|wissen|weiß du|sie über|von mich|mir; was hast|haben du|sie über mich gespeichert; welche daten hast|haben|speicherst|speichern du|sie über|von mich|mir; zeige|zeig|zeigen mir? mein profil
    `),
    'without-reasons': phrases(`
      was würdest|würden du|sie mir? ohne das|dies|diese|ihn|sie zeigen|vorschlagen|empfehlen; was würdest|würden du|sie ohne das|dies|diese zeigen|vorschlagen|empfehlen;
      was wäre ohne das|dies|diese; was käme ohne das|dies|diese; was würde ich ohne das|dies|diese sehen; was wenn nicht das
    `),
    'goes-with': phrases(`
      was passt gut? zu|dazu {ref}?; etwas|was das? dazu passt; etwas|was passendes dazu|zu {ref}?; was passt dazu; etwas ,? das|was dazu|zu {ref}? passt; was kann|könnte|soll ich dazu tragen|kaufen|nehmen|kombinieren; passend zu {ref}; passend dazu; zubehör zu|für|dazu {ref}?
    `),
  },
  fr: {
    'history-stop': phrases(`
      arrête|arrêtez|arrete|cesse|cessez d'utiliser mon|mes historique|données|profil|clics; arrête|arrêtez|cesse|cessez de me suivre|tracer|pister|profiler;
      n'utilise|n'utilisez plus mon|mes historique|données|profil|clics; n'utilise|n'utilisez pas mon|mes historique|données|profil|clics; ne me suis|suivez plus|pas; sans mon historique;
      ignore|ignorez mon|mes historique|profil|clics; plus|pas de personnalisation|suivi; désactive|désactivez|coupe|coupez la personnalisation
    `),
    'history-resume': phrases(`
      utilise|utilisez à|de? nouveau|encore mon|mes historique|profil|clics; utilise|utilisez mon|mes historique|profil|clics à|de nouveau; réutilise|réutilisez mon historique|profil; tu peux utiliser mon historique; vous pouvez utiliser mon historique;
      active|activez|réactive|réactivez la personnalisation
    `),
    'history-agree': phrases(`
      ^ j'accepte que tu|vous utilises|utilisiez mon historique $; ^ oui ,? j'accepte que tu|vous utilises|utilisiez mon historique $; ^ oui ,? utilise|utilisez mon historique $; ^ j'accepte l'utilisation de mon historique $
    `),
    'history-forget': phrases(`
      oublie|oubliez ma|mes dernière|derniers|dernières heure|clics|visite; oublie|oubliez la dernière heure; oublie|oubliez ma|mes|mon visite|session|clics|historique;
      oublie|oubliez ce que j'ai regardé|vu|consulté|cliqué; oublie|oubliez tout ce que j'ai regardé|vu|consulté; efface|effacez|supprime|supprimez mon|ma|mes historique|visite|clics
    `),
    'history-tell': phrases(`
      que sais|savez tu|vous sur|de moi; qu'est ce que tu|vous sais|savez sur|de moi; qu'as|avez tu|vous enregistré|retenu sur moi; quelles données as|avez|gardez tu|vous sur moi?; montre|montrez moi mon profil
    `),
    'without-reasons': phrases(`
      que montrerais|montreriez|proposerais|proposeriez tu|vous sans cela|ça|ca; qu'est ce que tu|vous montrerais|montreriez|proposerais|proposeriez sans cela|ça|ca; que verrais je sans cela|ça|ca; et sans cela|ça|ca
    `),
    'goes-with': phrases(`
      qu'est ce qui va bien? avec {ref}?; qu'est ce qui irait bien? avec {ref}?; quelque chose|article pour aller avec {ref}?; quelque chose qui va|irait|aille bien? avec {ref}?; que porter|mettre|acheter avec {ref};
      quoi porter|mettre avec {ref}; ce qui va avec {ref}?; accessoires pour {ref}; assorti à|avec {ref}
    `),
  },
  es: {
    'history-stop': phrases(`
      deja|deje|dejen de usar|utilizar|seguir|rastrear mi|mis historial|datos|perfil|clics; deja|deje de seguirme|rastrearme|perfilarme; no uses|use|utilices|utilice más? mi|mis historial|datos|perfil|clics; no me sigas|siga|rastrees|rastree más?;
      sin mi historial; ignora|ignore mi|mis historial|perfil|clics; sin personalización|seguimiento; desactiva|desactive|apaga|apague la personalización
    `),
    'history-resume': phrases(`
      usa|use|utiliza|utilice otra|de vez|nuevo mi historial|perfil; usa|use|utiliza|utilice mi|mis historial|perfil|clics otra|de vez|nuevo; vuelve|vuelva a usar|utilizar mi historial|perfil; puedes|puede usar mi historial; activa|active|reactiva|reactive la personalización
    `),
    'history-agree': phrases(`
      ^ acepto que uses|use|utilices|utilice mi historial $; ^ sí|si ,? acepto que uses|use|utilices|utilice mi historial $; ^ sí|si ,? usa|use|utiliza|utilice mi historial $; ^ acepto el uso de mi historial $
    `),
    'history-forget': phrases(`
      olvida|olvide mi|la última hora|visita|sesión; olvida|olvide mi|mis visita|sesión|clics|historial; olvida|olvide lo que he|miré|vi|mire mirado|visto?; olvida|olvide todo lo que he|miré|vi mirado|visto?; borra|borre|elimina|elimine mi|mis historial|visita|clics
    `),
    'history-tell': phrases(`
      qué|que sabes|sabe de|sobre mí|mi; qué|que datos tienes|tiene|guardas|guarda de|sobre mí|mi; qué|que has|ha guardado de|sobre mí|mi; muéstrame|muestreme mi perfil
    `),
    'without-reasons': phrases(`
      qué|que mostrarías|mostraría|propondrías|propondría|recomendarías|recomendaría sin eso|esto|ello; qué|que vería sin eso|esto|ello; y sin eso|esto
    `),
    'goes-with': phrases(`
      qué|que va|queda|combina bien? con {ref}; algo que vaya|combine|quede|va|combina bien? con {ref}; algo para combinar|acompañar con? {ref}?; qué|que puedo ponerme|comprar|llevar con {ref}; accesorios para {ref}; a juego con {ref}
    `),
  },
};
