import { type Grammar, phraseLists, phrases } from './grammar.ts';
import { UNITS } from './units.ts';

export const SPANISH: Grammar = {
  language: 'es',
  cues: {
    greet: phrases(`
      ^ hola|buenas|hey|saludos tardes|noches|a? todos?; ^ buenos|buenas días|tardes|noches; ^ buen día
    `),
    thank: phrases(`
      gracias por? todo|muchas?; muchas|mil|muchísimas gracias; te|le|se lo agradezco
    `),
    goodbye: phrases(`
      adiós|chao|chau; hasta luego|pronto|mañana|la vista?; nos vemos; eso|esto es todo; buenas noches $;
      que tenga|tengas un? buen|buenos día|días
    `),
    handoff: phrases(`
      hablar|chatear|comunicarme|contactar con un|una|algún|el|alguien? verdadero|verdadera|ser? persona|humano|humana|agente|asesor|asesora|alguien|empleado|dependiente|compañero|operador;
      hablar con alguien; una? persona|agente real|humana|humano|de verdad?;
      un|una agente|asesor|humano|operador|asesora; servicio|atención al|de cliente|clientes;
      llámame|llamadme|llámenme; pásame|páseme|pasarme con; persona real|humana|de verdad
    `),
    order: phrases(`
      dónde está|esta|viene|anda mi|el pedido|paquete|envío|entrega;
      mi|mis pedido|pedidos|paquete|envío|factura|entrega|reembolso;
      seguir|rastrear|seguimiento mi|de|el? pedido|paquete|mi?; estado|número de|del mi? pedido|seguimiento;
      cancelar|anular|modificar mi|un|el? pedido;
      devolver|cambiar un|este|mi|el|la|una|estos|unos artículo|pedido|producto|compra|zapatos?;
      quiero|quisiera|necesito devolver|cambiarlo|devolverlo; devolución|devoluciones|reembolso|reembolsar;
      no ha|han llegado; no llegó; he|hemos pedido|comprado; cuándo llega|llegará mi; devolver el dinero
    `),
    complaint: phrases(`
      queja|reclamación|reclamo|quejarme|reclamar;
      está|llegó|vino|ha|estaba roto|rota|dañado|dañada|defectuoso|defectuosa|llegado;
      producto|artículo equivocado|incorrecto|defectuoso; no estoy contento|contenta|satisfecho|satisfecha;
      descontento|decepcionado|decepcionada|insatisfecho;
      esto|eso es inaceptable|una? vergüenza|inadmisible|horrible|terrible; pésimo|peor|mal servicio;
      no funciona|sirve
    `),
    reset: phrases(`
      empezar|empecemos|comenzar|empieza|volver de|desde|otra|a nuevo|cero|vez|empezar; empezar de nuevo;
      olvida|olvídalo|olvide|olvídate|olvídelo lo|todo|eso|de? eso|todo?;
      borra|borrar|borre|reinicia|reiniciar todo|filtros|los?; reset; nueva búsqueda;
      quitar|quita los|todos filtros|los?; desde cero; da igual todo; déjalo
    `),
    more: phrases(`
      ^ más|otros|otras|siguiente|siguientes $;
      muéstrame|enséñame|muestra|enseña|ver|dame|muéstreme más|otros|otras;
      más productos|artículos|opciones|resultados|modelos|de|ideas estos|esos|eso|esto?;
      quiero|quisiera|puedo|me gustaría? ver más|otros|otras; no me gusta|gustan ninguno|ninguna|estos|estas; ninguno me gusta;
      otros|otras productos|artículos|opciones|modelos|ideas|cosas; otra cosa; algo|qué|nada más;
      qué otros|otras; algún|alguna|alguno otro|otra|más; los siguientes; hay más;
      tienes|tienen más|otros|otras
    `),
    compare: phrases(`
      compara|compare|comparar|compárame|comparación; diferencia|diferencias entre|de?;
      cuál es la diferencia; cuál|cuáles de|es los|las|el|la? dos|mejor|tres; versus|vs; en comparación con
    `),
    why: phrases('por qué; porqué; por qué razón|motivo; a qué se debe'),
    similar: phrases(`
      como|estilo|tipo {ref};
      parecido|parecida|parecidos|parecidas|similar|similares|semejante a|al? {ref}?;
      algo|uno|una así|parecido|parecida|similar; que se parezca|parezcan a|al? {ref}?;
      el|la|lo|los mismo|misma|mismos pero|en|modelo|que; lo mismo pero|en; del mismo estilo|tipo;
      {ref} pero|sólo|solo; alternativa|alternativas a|al? {ref}?; al estilo de {ref}; así pero;
      por el estilo
    `),
    cheaper: phrases(`
      más barato|barata|baratos|baratas|económico|económica|económicos|económicas|asequible;
      menos caro|cara|caros|caras|dinero; demasiado|muy|tan caro|cara|caros|caras;
      precio más|inferior bajo?; de menor precio; no tan caro|cara|caros|caras; es caro|cara;
      caro|cara|caros|caras para mí
    `),
    dearer: phrases(`
      más caro|cara|caros|caras|lujoso|lujosa|exclusivo|exclusiva; mejor|mayor calidad;
      demasiado barato|barata; de más calidad; gama alta|superior
    `),
    drop: phrases(`
      cualquier {attribute}; {attribute} da|es|no igual|indiferente|importa;
      no importa|importan el|la|los|las|de? qué? {attribute};
      da igual el|la|los|las|qué|de? qué? {attribute}; el|la {attribute} no importa;
      el|la {attribute} me? da igual;
      olvida|ignora|quita|elimina|olvide|ignore|quite el|la|los|las|filtro? de? {attribute};
      todos|todas los|las {attribute}; sin filtro|límite|restricción de? {attribute};
      sin importar el|la {attribute}; me da igual el|la {attribute}; de cualquier {attribute}
    `),
    only: phrases('^ solo|sólo|solamente|únicamente|nada más?'),
    find: phrases(`
      par de; sorpréndeme|sorpréndame; estoy|ando|estamos buscando; busco|buscamos|buscando|buscar;
      quiero|quisiera|queremos|querría|necesito|necesitamos|desearía|deseo|gustaría comprar|ver|encontrar|tener|regalar|un?;
      me gustaría comprar|ver|encontrar|tener|regalar?;
      muéstrame|enséñame|muéstreme|enséñeme|muestra|enseña|búscame|dame|recomiéndame|recomiéndeme|sugiéreme;
      tienes|tienen|tenéis|venden|vendéis|vendes|ofrecen; hay;
      puedes|puede|podrías|podría recomendarme|mostrarme|enseñarme|ayudarme|recomendar|mostrar a? encontrar?;
      me recomiendas|recomienda|puedes|sugieres recomendar?; recomienda|recomiende|recomiendas;
      me interesa|interesan|hace falta; dónde puedo encontrar|comprar; ayúdame a? encontrar|elegir?;
      qué tienes|tienen|hay; me hace falta; comprar|encontrar|regalar; qué tal; qué me recomiendas
    `),
    choose: phrases(`
      me gusta|encanta {ref}; me quedo con {ref}; quiero {ref}; prefiero {ref};
      más información|detalles sobre|de|del {ref};
      cuéntame|dime|cuénteme|háblame más|de|sobre? de|sobre? {ref}; muéstrame|enséñame {ref};
      detalles de|del|sobre {ref}; ^ {ref} $; ^ {ref} por favor; ^ y {ref} $; describe {ref}
    `),
    ask: phrases(`
      es|son|está|están|tiene|viene|vienen|existe|sirve|puede|hay|lo {ref};
      {ref} es|son|está|tiene|viene|existe|sirve|se; lo|la|los|las tienes|tienen|hay|tenéis en;
      viene|vienen|está|existe|disponible en {value}; tienes|tienen {ref} en;
      cuánto cuesta|cuestan|vale|valen|mide|pesa {ref}; de qué|cómo|cuál está|es|material|son {ref};
      es impermeable|lavable|resistente|cálido|cálida; disponible en {value}
    `),
    'off-topic': phrases(`
      qué tiempo hace|hará; el? tiempo en|hoy|mañana|hace; clima en|de;
      escribe|escríbeme|redacta|compón|escribir un|una poema|canción|historia|ensayo|código|correo|carta|programa|cuento;
      eres un|una|muy|tan? tonto|tonta|estúpido|estúpida|idiota|inútil; tonto|tonta|idiota|estúpido|estúpida|mierda|gilipollas|imbécil;
      envían|envías|enviáis|envíais|entregan|mandan a|en?; gastos|costes|costos|coste|costo|plazo|tiempo de envío|entrega; envío gratis|gratuito;
      métodos|formas|medios de pago; pagar con|por|en; horario|horarios de? apertura|tienda?; código de? descuento|promocional;
      por quién votar|voto|debo;
      al|a la carrito|cesta; mi carrito|cesta;
      cuéntame|cuenta|sabes|dime un|una|algún chiste|historia|cuento|chistes;
      quién|cuándo es|era|fue|ganó|eres|inventó; capital de; traduce|traducir|tradúceme; presidente de|del;
      calcula|resuelve; cómo estás|está; cuántos años tienes; cómo te llamas;
      eres un? robot|bot|humano|ia|humana|persona; sentido de la vida; receta de|para; bolsa de valores;
      resultado del partido; ignora|olvida todas|tus|las instrucciones|reglas|anteriores;
      tus instrucciones|reglas; últimas noticias; canta; qué hora es; mis deberes;
      reservar|reserva un vuelo|hotel; raíz cuadrada; cómo cocino|llego|hago
    `),
    language: phrases(`
      en|habla|hablas|hablan|hablar español|inglés|alemán|francés; ^ español|inglés|alemán|francés $;
      ^ español|inglés|alemán|francés por favor
    `),
    gift: phrases(`
      un|una|de? regalo|regalos|detalle para?; ideas de? regalo|regalos para?; para regalar
    `),
    filler: phrases(`
      que? mide|miden|mida|midan;
      bonito|bonita|bonitos|bonitas|lindo|linda; tendrían|tendría|tendríais|tendrías; preferiría|preferiríamos; en realidad|verdad; de hecho; que|quien le? gusta|encanta|ama; le gusta|encanta; quiero decir; ponlo|ponla|ponlos|ponlas;
      por favor; porfa; vale|ok|okay|bien|perfecto|genial|estupendo|bueno|claro|acuerdo; ^ sí|si; ^ no ,;
      ^ hmm|eh|pues|entonces;
      algo|cosa|cosas|artículo|artículos|producto|productos|pieza|modelo|modelos|alguna|alguno|algún|uno|una;
      que no|ni? sea|sean|cueste demasiado|muy|tan caro|cara|caros|caras;
      no muy|demasiado caro|cara|caros|caras;
      quizás|quizá|tal|vez|mejor|realmente|muy|bastante|también|todavía|ahora|entonces|preferiblemente|idealmente|además;
      si es? posible|puede; de color|talla; en color|talla;
      bueno|buena|buenos|buenas|mejor|nuevo|nueva|adecuado|adecuada|ideal;
      presupuesto|precio|gastar|cuesta|cueste|dinero|rango; mi presupuesto es;
      que sea|sean|tenga|cueste|es|está|son|tengan; no sé; no estoy seguro|segura; un poco; tipo de; tienda;
      hecho|hecha|hechos|hechas de|en; lo|la|le; con; su|sus; por; es; eso; de; para
    `),
  },
  prices: {
    lt: phrases(`
      menos de|que {money}; < {money}; por menos de {money}; debajo|abajo de {money}; por debajo de {money};
      bajo {money}; inferior|inferiores a {money}; más barato|barata que|de {money}
    `),
    lte: phrases(`
      hasta|máximo|máx .? {money}; < = {money}; ≤ {money};
      no|sin quiero|queremos|puedo|quisiera|deseo? gastar|pagar|gastarme más de|que {money}; hasta un máximo de {money}; máximo|máx de? {money};
      como|al máximo|mucho {money}; no más de|que {money};
      que no pase|supere|exceda|cueste|pasen de|los|más? de? {money};
      sin pasar|superar|exceder de|los? {money}; no pase|supere de|los? {money};
      presupuesto de|es|: {money}; presupuesto|precio {money}; por|con {amount}; {money} o menos;
      {money} como|máximo|máx máximo?; dentro de {money}; tengo {amount}
    `),
    gt: phrases(`
      más de|que {money}; > {money}; por encima|arriba de {money}; encima de {money}; superior|superiores a {money};
      más caro que {money}
    `),
    gte: phrases(`
      a partir de {money}; > = {money}; ≥ {money}; desde {money}; al|por menos {money}; por lo menos {money};
      mínimo|mín de? {money}; como mínimo {money}; {money} o más; {money} como? mínimo; {money} en adelante;
      no menos de {money}
    `),
    range: phrases(`
      entre {money} y|a|- {money}; de|desde {money} a|hasta|- {money}; {money} a|- {amount};
      {amount} a|-|y {money}; precio {money} a|- {money}; {money} - {money} $
    `),
    around: phrases(`
      unos|alrededor|cerca|aproximadamente|sobre|aprox de? los? {money}; en torno a los? {money}; ~ {money};
      más o menos {money}; {money} aproximadamente|aprox; {money} más o menos; por unos {money}
    `),
  },
  sizes: phrases(`
    talla|tallas :? {size}; número de zapato? {size}; en talla {size}; en la? talla {size};
    uso la?|talla? una?|talla? {size}; de la? talla {size}; en {size} $
  `),
  brands: phrases('de la marca {word}; marca : {word}; marca {word}'),
  references: {
    ordinal: phrases(`
      el|la|los|las|del|al {ordinal} producto|artículo|modelo|opción?;
      número|num|opción|artículo|producto {number}; el|la {number}; número|opción|artículo|producto {count}; # {number};
      el|la {ordinal} {type}; ^ {ordinal} $; y {ordinal}; ^ {number} $
    `),
    last: phrases(`
      el|la|los|las|del|al último|última producto|artículo|modelo?; ^ último|última $
    `),
    cheapest: phrases(`
      el|la más barato|barata|económico|económica; el|la menos caro|cara; el|la de menor precio
    `),
    dearest: phrases('el|la más caro|cara'),
    attribute: phrases(`
      el|la de color {value}; el|la {value}; el|la {type} {value}; el|la en {value}; el|la de {value};
      ese|esa|este|esta {value}
    `),
    focus: phrases(`
      ese|esa|este|esta|eso|esto|esos|esas|estos|estas|aquel|aquella;
      ese|esa|este|esta|esos|estas producto|artículo|modelo; ese|esa|este|esta|esos|esas|estos|estas {type};
      ella|ello; el producto; el artículo; lo; los|las
    `),
    all: phrases(`
      los|las dos; ambos|ambas; todos|todas ellos|ellas|estos|esos?; estos|esos dos?; los
    `),
    leading: phrases('los|las {count} primeros|primeras; los|las primeros|primeras {count}'),
    bare: phrases('{number}'),
  },
  ordinals: phraseLists(`
    primero; primer; primera; 1º; 1o; 1a; 1ª
    segundo; segunda; 2º; 2o; 2a
    tercero; tercer; tercera; 3º
    cuarto; cuarta
    quinto; quinta
    sexto; sexta
    séptimo; séptima
    octavo; octava
    noveno; novena
    décimo; décima
  `),
  counts: phraseLists(`
    dos; 2
    tres; 3
    cuatro; 4
  `),
  negations: phrases(`
    no de|en|con?; que no sea|sean|tenga|tengan|esté|lleve|lleven de|en|hecho?; ni; sin; excepto; salvo;
    todo|cualquiera|cualquier color|marca|material? menos|excepto|salvo; nada de|en|con?; ningún|ninguna|ninguno; nunca;
    en lugar|vez de; no quiero|queremos|quisiera|me|necesito gusta|gustan? el|la|los|las?; evitar|evita;
    tampoco
  `),
  trailingNegations: phrases('no; excluido'),
  coordinators: phrases('o; u; y; e; ni; &; /'),
  contrasts: phrases('sino; pero; mejor; preferiblemente'),
  prepositions: phrases('para; con; a; al; contra; sobre; en; de; del; bajo'),
  possessives: phrases('mi; mis; nuestro; nuestra; para; su; sus'),
  questions: {
    material: phrases(`
      de qué está|material|es|están|tejido hecho|hecha?; qué material|materiales|tejido; el|su material;
      composición
    `),
    price: phrases(`
      cuánto cuesta|cuestan|vale|valen|es|sale; cuánto; qué precio|vale|cuesta; cuál es el|su precio;
      el|su precio
    `),
    size: phrases(`
      qué talla|tallas|medidas|tamaño|tamaños|dimensiones; cuánto mide; otra|otras talla|tallas;
      dimensiones|medidas; la|su talla; cómo talla
    `),
    color: phrases(`
      qué color|colores|otros; otro|otros color|colores; el|su color; más colores
    `),
    availability: phrases(`
      en stock; disponible|disponibles $; agotado|agotada; queda|quedan; está|hay disponible|existencias
    `),
    brand: phrases('quién lo? fabrica|hace; qué|de marca; la|su marca; fabricante'),
    weight: phrases('cuánto pesa; qué peso; el|su peso'),
    care: phrases('lavable; lavar|lava; lavadora; cómo se limpia|cuida; limpiar'),
    pattern: phrases('qué estampado'),
  },
  interrogatives: phrases(`
    es; son; está; tiene; tienen; tienes; puede; qué; cuál; cuáles; cuánto; cómo; quién; dónde; cuándo;
    viene; existe; hay; lo; de
  `),
  units: UNITS,
};
