import { type Grammar, phraseLists, phrases } from './grammar.ts';
import { UNITS } from './units.ts';

export const ENGLISH: Grammar = {
  language: 'en',
  cues: {
    greet: phrases(`
      ^ hi|hello|hey|hiya|howdy|greetings there|again|everyone?; ^ good morning|afternoon|evening|day
    `),
    thank: phrases(`
      thanks|thx a? lot|much|again|anyway?; thank you so|very? much?; many thanks; ^ cheers $;
      much appreciated
    `),
    goodbye: phrases(`
      bye|goodbye; bye bye; see you|ya later|soon?; good night; that|this is|was all; thats all;
      have a nice|great|good day|evening|one; until next time; take care $
    `),
    handoff: phrases(`
      talk|speak|chat|speaking|talking to|with a|an|the|some|your? real|live|actual|human? human|person|agent|someone|somebody|representative|employee|advisor|staff|assistant|operator|colleague;
      connect|transfer|put me to|with|through to? a|an|the? real|live|human? human|person|agent|someone|representative|operator;
      human|person|agent|operator please; a|an? real|live|actual human|person|agent;
      human agent|being|support|operator; customer service|support|care; call me;
      can a|someone human? call me; i want|need a human|person|someone real?; get me a human|person|agent
    `),
    order: phrases(`
      where is|are my order|package|parcel|delivery|orders; where's my order|package|parcel|delivery;
      my order|orders|package|parcel|shipment|delivery|refund|invoice;
      track my|an|the? order|package|parcel|shipment; order status|number|tracking;
      cancel my|an|the? order|purchase; return my|an|this|the|it|these|something item|order|shoes|product?;
      i want|need|like to return; want|need|like to exchange;
      get|want|need|ask for? a|my? refund|money back; change my|the? delivery? address; refund;
      hasn't arrived|come; has|did not arrived|arrive|come; didn't arrive|come; never arrived|came;
      return policy; tracking number; when will it|my order arrive|come|be delivered; i ordered; i bought
    `),
    complaint: phrases(`
      complaint|complain|complaints; arrived|came|was|is|were broken|damaged|defective|faulty|torn;
      wrong item|size|product|order was? delivered|arrived|sent|received;
      received|got|sent me? a|the? wrong; not happy|satisfied with?;
      unhappy|dissatisfied|disappointed with?;
      this|that is|was ridiculous|unacceptable|terrible|awful|outrageous;
      worst service|shop|store|experience; terrible|awful|horrible service; does not work anymore?;
      doesn't work anymore?; stopped working; want to? compensation
    `),
    reset: phrases(`
      start over|again|fresh|anew; forget it|everything|all|that|about? it|that|everything; reset;
      never mind; nevermind; new search; from scratch; clear everything|all|filters|the? filters;
      begin again; scrap that; let's start over|again
    `),
    more: phrases(`
      show|see|give|find me|us? more|others|another; ^ more $; more of these|them|those|that|this|such;
      more|other products|results|options|choices|items|suggestions|ideas|ones please?; more please;
      ^ next $; next page|ones|few; anything|something|what|nothing else; ^ others $; what others|other;
      any others|more; i want|need|can|could|like to|i? see more|others|another; don't|dont like any|either of? these|them|those?;
      not these|those|them; none of these|them|those; keep going; different ones; load more; other than these; not these
    `),
    compare: phrases(`
      compare|comparing|comparison; difference|differences between|of?; what's|what is? the? difference;
      which|what one? is|of better|best|cheaper|warmer|lighter|nicer; versus|vs; how do|does {ref} differ;
      side by side
    `),
    why: phrases(`
      why; how come; what makes you recommend|suggest|show; reason|reasons for; what is the reason
    `),
    similar: phrases(`
      like|resembling {ref}; similar to {ref}; something|anything|one|ones similar;
      similar|alike|comparable; more like {ref}; the? same but|only|style|kind|as; same as {ref};
      along the lines of {ref}; such as {ref}; in the style of {ref}; {ref} but|only|just;
      look|looks like {ref}; alternatives|alternative to? {ref}?
    `),
    cheaper: phrases(`
      cheaper one|ones|option|options|alternative|alternatives|please?; less expensive|pricey|costly|money;
      lower in? price|prices|priced|cost; too|very|so expensive|pricey|dear|costly; more affordable;
      too much money?; at a lower price; not so expensive; for less; less
    `),
    dearer: phrases(`
      more expensive|exclusive|upscale|luxurious|premium; pricier|dearer|fancier;
      higher end|quality|priced|price; better quality; too cheap; high end
    `),
    drop: phrases(`
      {attribute} doesn't|don't really? matter; {attribute} does|do not really? matter;
      any {attribute} is|are|will|would? fine|ok|okay|good|do|works?;
      forget|ignore|drop|remove|skip|clear about? the|my? {attribute} filter|limit|restriction?;
      no matter the|which|what {attribute}; regardless of the? {attribute};
      don't care about the? {attribute}; do not care about the? {attribute};
      without a|the? {attribute} filter|limit|restriction; {attribute} is unimportant;
      {attribute} is|are not important; whatever {attribute}; all {attribute};
      no {attribute} limit|preference|restriction; anything goes for|with the? {attribute};
      don't|do not mind the|what|which? {attribute}; {attribute} is irrelevant|secondary; any {attribute}; the? {attribute} can be anything
    `),
    only: phrases('^ only|just'),
    find: phrases(`
      im looking|searching for; looking|searching|shopping|hunting for; ^ find;
      pair|pairs|set|sort|kind|type of; look|search for; i'm|i am|we are|am after;
      i|we really? need|want|wanna; i|we'd|would like|love to? buy|see|get|have|find?;
      i'd like|love to? buy|see|get|have|find?; show|find|get|give|bring me|us;
      do you|u have|sell|carry|stock|offer any|some?; have you got any|some?; got any;
      can|could you show|find|recommend|suggest|help me|us?; can|could i|we see|get|have|buy;
      recommend|suggest me?; surprise me; in need of; something|anything to|for; where can i find|get|buy; is|are there any|a|an|some;
      help me find|choose|pick; i|we wish; please show|find me; what about; how about; what do you have;
      need|want to? buy?; interested in
    `),
    choose: phrases(`
      i|we like|love|prefer|take|choose|want {ref}; i'll take {ref}; tell me more? about {ref};
      more about|info|information|details about|on? {ref}; show me {ref}; details of|about|on|for {ref};
      ^ {ref} please? $; ^ what|how|and about? {ref}; describe {ref}
    `),
    ask: phrases(`
      is|are|does|do|can|will|has|was|would|could {ref}; what|how is|are|about|does|much|big {ref};
      do you have {ref} in; what's|whats {ref};
      how much|long|big|heavy|wide|tall|warm|thick is|are|does|do {ref}; what is special about {ref};
      comes|come in {value}; available in {value}
    `),
    'off-topic': phrases(`
      what's|what|how is|will? the? weather; weather in|today|tomorrow|forecast|like;
      you're|you are so? stupid|dumb|useless|idiot|annoying; idiot|moron|stupid|fuck|shit|asshole|bitch;
      do you ship|deliver|send to?; ship|deliver|delivery|shipping to|cost|costs|fee|fees|time|times|options;
      free shipping|delivery; is shipping|delivery free; how long does|is|will the? shipping|delivery;
      payment methods|options|method; pay with|by|via; opening hours|times; when do you open|close;
      where are you located|based; discount|promo|coupon|voucher code|codes; who should i vote;
      add|put {ref}? to|in|into my|the? cart|basket|bag; checkout; my cart|basket;
      ignore|disregard|forget|override previous|prior|above|all|your|earlier instructions|rules|prompts|messages;
      what's|what is? {number} +|-|/|plus|minus|times|x {number};
      write|compose|draft me? a|an|some|my? poem|song|story|essay|code|email|letter|script|haiku|rap|function|program;
      tell|know me? a|any? joke|story|jokes|poem; who|when is|was|won|invented|wrote|are|did; capital of;
      translate; president|prime of|minister; solve|calculate|compute; how are you; how old are you;
      your name; who|what are you; are you a? bot|human|robot|ai|real; meaning of life; recipe for;
      stock price|market of?; football|soccer|match score|result;
      ignore|disregard|forget all|any|your|the previous|prior|above|all|instructions|rules; system prompt;
      your instructions|rules|prompt|guidelines; latest news; sing; play music|a song; what time is it;
      what day is; book a flight|hotel|table; medical|legal|tax advice; do my homework; square root;
      how do i cook|get to|lose|make
    `),
    language: phrases(`
      in|speak|to english|german|french|spanish please?; ^ english|german|french|spanish please? $
    `),
    gift: phrases('gift|gifts|present|presents idea|ideas? for?'),
    filler: phrases(`
      measures|measuring;
      please; pls; kindly; gimme; nice|lovely|beautiful|pretty; i'd|would rather|prefer have?; prefer; make|makes it|them|that|these|this; who loves|likes|enjoys|adores|wants; loves|likes|enjoys;
      on second thought|thoughts; in fact; i meant|mean; make that; what|how about; okay; ok; ^ yes|yeah|yep|sure|alright|great|nice|cool|perfect|wonderful; ^ no ,;
      ^ nope|nah|hmm|well|so|um;
      something|anything|stuff|things|thing|some|any|one|ones|item|items|product|products|piece;
      not|nothing too expensive|pricey|fancy; nothing too; a? bit; little bit; kind|sort of;
      to wear|buy|get|give; i think;
      maybe|perhaps|actually|rather|really|preferably|ideally|possibly|instead|also|too|then|now|still|just|even|very|quite|pretty;
      if possible; as well; made of|from|out; in the? color|colour|size|style; a|the color|colour;
      good|best|great|nice|new|right|suitable|suited|perfect|proper;
      budget|price|range|money|spend|cost|costs|costing|priced; my budget is;
      that|which is|are|has|have|comes|come|costs; goes|go with; help; shop|store; online; you;
      whatever|doesnt matter; show; for the; i dont know; not sure; as a; is; his|her|their birthday?; it;
      with
    `),
  },
  prices: {
    lt: phrases(`
      under|below|beneath {money}; < {money}; for? less|cheaper|lower than {money}; costs|costing|cost less than {money};
      not cost|costing over {money}; doesn't cost over {money}
    `),
    lte: phrases(`
      up to {money}; upto {money}; max|maximum|maximal .? of? {money}; within|on a|my budget of {money}; < = {money}; ≤ {money};
      doesn't|don't|not|never|shouldn't|won't|can't|cannot|without cost|costs|costing|exceed|exceeding|be|go|going|spend|spending|pay more|over|above than? {money};
      doesn't|don't|not|never|shouldn't|won't exceed {money}; at most|max {money};
      no|not more|higher than {money}; not over|above|exceeding|beyond {money}; within {money};
      no over {money}; budget|limit is|of|: {money}; budget {money}; i|we only? have|spend {amount};
      can spend up? to? {money}; {money} or less|under|below|cheaper; {money} max|maximum|tops; {money} at most;
      until {money}; for|with {amount}; price|cost is|of|: {money};
      don't|not want to spend more than {money}; spend more than {money}
    `),
    gt: phrases('over|above {money}; > {money}; more|higher|pricier than {money}; beyond {money}'),
    gte: phrases(`
      at least {money}; > = {money}; ≥ {money}; from {money} up|upwards|on|onwards?; starting|starts at|from {money};
      minimum|min of? {money}; {money} or more|above|over|up|higher; {money} and|& up|above|over|more;
      {money} upwards|plus|minimum; not|no less|under|below than? {money}; not under|below {money}
    `),
    range: phrases(`
      between {money} and|&|to|- {money}; from {money} to|until|up|- to? {money}; {money} to|- {amount};
      {amount} to|-|and {money}; price|prices {money} to|- {money}; range {money} to|- {money};
      {money} - {money} $
    `),
    around: phrases(`
      around|about|roughly|approximately|circa|approx|near|nearly {money}; ~ {money};
      {money} or so|thereabouts; {money} ish; something like {amount}; in the region of {money};
      close to {money}
    `),
  },
  sizes: phrases(`
    size|sizes|sz|in? size {size}; size : {size}; in a? size {size}; a size {size};
    i wear|am|take a? size? {size}; in {size} $
  `),
  brands: phrases('by|from brand? {word}; brand|make : {word}; brand {word}; {word} brand'),
  references: {
    ordinal: phrases(`
      the? {number} st|nd|rd|th one|product|item|option?;
      the? {ordinal} one|product|item|option|result|choice|suggestion|article; the {ordinal}; ^ {ordinal} $;
      number|no|nr|option|item|product|choice {number}; number|option|item|product {count}; # {number};
      the {ordinal} {type}; and {ordinal}; {ordinal} and; ^ {number} $
    `),
    last: phrases('the? last|final one|product|item|option|result; the last; ^ last $'),
    cheapest: phrases(`
      the? cheapest|lowest priced? one|product|item|option|of|price? these|them|all?;
      the? least expensive one|product|item?; the one with the lowest price
    `),
    dearest: phrases(`
      the? dearest|priciest one|product|item|option?; the? most expensive one|product|item?;
      the one with the highest price
    `),
    attribute: phrases(`
      the|that|this {value} one|ones|version; the {value} {type}; the one|ones in {value};
      the one|ones with {value}
    `),
    focus: phrases(`
      it; this|that|these|those one|ones|product|item|article?; this|that|these|those {type}; them;
      the product|item|article
    `),
    all: phrases(`
      both of? them|these|those?; all of? them|these|those; the|these|those two; them; these
    `),
    leading: phrases('the? first|top {count} ones|products|items?; {count} first'),
    bare: phrases('{number}'),
  },
  ordinals: phraseLists(`
    first; 1st
    second; 2nd
    third; 3rd
    fourth; 4th
    fifth; 5th
    sixth; 6th
    seventh; 7th
    eighth; 8th
    ninth; 9th
    tenth; 10th
  `),
  counts: phraseLists(`
    two; 2
    three; 3
    four; 4
  `),
  negations: phrases(`
    not in|from|made? of?; no; non; without any|a|the?; w o; except for?; excluding; exclude;
    anything|everything|all but|except; any color|colour|brand|material but|except; don't|do|does|doesn't|didn't not? want|like|need any|a|the?;
    do not want|like|need any|a|the?; don't want|like|need any|a|the?; avoid|avoiding; other than;
    instead of; never; nothing in|with|made?; minus; isn't|is|are|aren't not; isn't; free of|from;
    rather than; neither; hate|dislike
  `),
  trailingNegations: phrases('free; excluded'),
  coordinators: phrases('or; nor; and; &; /'),
  contrasts: phrases('but; instead; please; though; only'),
  prepositions: phrases(`
    for; with; to; from; against; inside; of; on; at; under; into; per; having
  `),
  possessives: phrases('my; our; for; his; her; their; your'),
  questions: {
    material: phrases(`
      made of|from|out; what|which material|fabric|materials; the|its material|fabric
    `),
    price: phrases(`
      how much; what does|do {ref}? cost; what's|what is the|its price; the|its price; price of;
      expensive is
    `),
    size: phrases(`
      what|which sizes|size; true to size; how big|long|tall|wide|large|high|deep; dimensions|measurements;
      the|its size; come|comes in|available size|sizes; other sizes
    `),
    color: phrases(`
      what|which other? colors|colours|color|colour; other|another|different colors|colours|color|colour;
      the|its color|colour
    `),
    availability: phrases(`
      in stock; still? available; sold out; how many are? left; is {ref} available
    `),
    brand: phrases('who makes|made|produces; what|which brand; the|its brand; manufacturer'),
    weight: phrases('how heavy; how much does {ref} weigh; weight'),
    care: phrases(`
      washable; machine wash|washable; can i|you|it wash|be; wash; dry clean; care instructions; clean {ref}
    `),
    pattern: phrases('what|which pattern'),
  },
  interrogatives: phrases(`
    is; are; does; do; can; will; has; have; what; which; how; who; where; when; could; would; was
  `),
  units: UNITS,
};
