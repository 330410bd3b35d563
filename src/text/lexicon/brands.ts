/**
 * Makers that shoppers name everywhere, normalised: a wish for one that the shop does not carry is recognised and said
 * back, rather than searched for as a word.
 */
export const WELL_KNOWN_BRANDS: ReadonlySet<string> = new Set(
  `adidas nike puma reebok asics fila converse vans skechers birkenstock crocs timberland salomon patagonia columbia
  levi levis wrangler diesel lacoste gucci prada chanel dior versace burberry armani fendi hermes zara mango esprit
  samsung huawei xiaomi sony panasonic philips siemens bosch miele dyson braun krups tefal delonghi nespresso kenwood
  lenovo asus acer logitech garmin fitbit gopro canon nikon fujifilm jbl bose sennheiser sonos nintendo
  ikea lego playmobil mattel hasbro barbie schleich ravensburger
  nivea loreal maybelline garnier clinique lancome dove gillette
  makita dewalt stihl gardena weber tupperware wmf zwilling
  rolex casio swatch fossil seiko samsonite eastpak fjallraven yamaha fender gibson`.split(/\s+/),
);
