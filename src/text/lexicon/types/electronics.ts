import { readConcepts } from '../read-table.ts';

export const ELECTRONICS = readConcepts(
  'type',
  `
  electronics, gadget, electronic device | Elektronik, Gadget, Elektrogerät | électronique, gadget, appareil électronique | electrónica, gadget, aparato electrónico
  smartphone, phone, mobile phone, cell phone, cellphone, mobile | Smartphone, Handy, Handys, Mobiltelefon | smartphone, téléphone, téléphone portable, portable téléphone | smartphone, móvil, teléfono, teléfono móvil, celular | electronics
  phone case, phone cover, mobile case | Handyhülle, Handycase, Smartphonehülle | coque, coque de téléphone, étui de téléphone | funda de móvil, carcasa
  screen protector, tempered glass | Displayschutz, Panzerglas, Schutzfolie | protection d'écran, verre trempé | protector de pantalla, cristal templado
  charger, phone charger, power adapter | Ladegerät, Ladekabel, Netzteil | chargeur | cargador
  power bank, powerbank | Powerbank | batterie externe | batería externa, power bank
  cable, usb cable, hdmi cable, cord | Kabel, USB-Kabel, HDMI-Kabel | câble, câble usb | cable, cable usb
  adapter | Adapter | adaptateur | adaptador
  laptop, notebook computer, laptops, macbook | Laptop, Laptops, Notebook | ordinateur portable, pc portable | portátil ordenador, ordenador portátil, laptop | computer
  computer, pc, desktop computer | Computer, Rechner, PC | ordinateur, pc | ordenador, computadora, pc | electronics
  tablet, ipad, tablet computer | Tablet, Tablets | tablette, tablette tactile | tableta, tablet | electronics
  e-reader, ebook reader, kindle | E-Reader, E-Book-Reader | liseuse | lector de ebooks, libro electrónico | electronics
  monitor, computer screen, display | Monitor, Bildschirm | écran, moniteur | monitor, pantalla de ordenador | electronics
  computer keyboard, keyboard, gaming keyboard | Tastatur | clavier d'ordinateur, clavier | teclado de ordenador, teclado | electronics
  mouse, computer mouse, gaming mouse | Maus, Computermaus | souris, souris d'ordinateur | ratón, ratón de ordenador | electronics
  mouse pad, mousepad | Mauspad | tapis de souris | alfombrilla de ratón
  webcam | Webcam | webcam | cámara web, webcam | camera
  printer | Drucker | imprimante | impresora | electronics
  printer ink, ink cartridge, toner | Druckerpatrone, Tintenpatrone, Toner | cartouche d'encre, encre d'imprimante, toner | cartucho de tinta, tóner
  usb stick, flash drive, memory stick, usb drive | USB-Stick, Speicherstick | clé usb | memoria usb, pendrive
  hard drive, ssd, external hard drive | Festplatte, SSD | disque dur, ssd | disco duro, ssd
  memory card, sd card | Speicherkarte, SD-Karte | carte mémoire, carte sd | tarjeta de memoria, tarjeta sd
  router, wifi router | Router, WLAN-Router | routeur, box wifi | router | electronics
  headphones, headphone, headset, over-ear headphones | Kopfhörer, Headset | casque audio, casque, écouteurs, micro-casque | auriculares, cascos, audífonos | electronics
  earbuds, earphones, in-ear headphones, airpods | Ohrhörer, In-Ear-Kopfhörer, Earbuds | écouteurs intra-auriculaires, oreillettes | auriculares de botón, auriculares intrauditivos | headphones
  speaker, loudspeaker, bluetooth speaker, speakers | Lautsprecher, Bluetooth-Lautsprecher, Lautsprecherbox | enceinte, haut-parleur, enceinte bluetooth | altavoz, altavoces, bocina, parlante | electronics
  soundbar | Soundbar | barre de son | barra de sonido | speaker
  radio | Radio | radio | radio | electronics
  record player, turntable | Plattenspieler | tourne-disque, platine vinyle | tocadiscos | electronics
  television, tv, tv set, smart tv | Fernseher, TV, Fernsehgerät | téléviseur, télévision, télé, tv | televisor, televisión, tele, tv | electronics
  projector, beamer | Beamer, Projektor | projecteur, vidéoprojecteur | proyector | electronics
  remote control, remote | Fernbedienung | télécommande | mando a distancia
  camera, digital camera, dslr | Kamera, Digitalkamera, Spiegelreflexkamera, Fotoapparat | appareil photo, caméra | cámara, cámara de fotos, cámara digital | electronics
  action camera, gopro, camcorder | Actionkamera, Action-Cam, Camcorder | caméra d'action, caméscope | cámara de acción, videocámara | camera
  security camera, surveillance camera | Überwachungskamera, Sicherheitskamera | caméra de surveillance | cámara de seguridad, cámara de vigilancia | camera
  camera lens, lens | Objektiv, Kameraobjektiv | objectif, objectif photo | objetivo de cámara, lente de cámara
  tripod | Stativ, Kamerastativ | trépied | trípode
  drone | Drohne | drone | dron, drone | electronics
  smartwatch, smart watch, fitness watch | Smartwatch | montre connectée | reloj inteligente, smartwatch | watch
  fitness tracker, activity tracker | Fitness-Tracker, Fitnessarmband | bracelet connecté, traqueur d'activité | pulsera de actividad | electronics
  game console, console, playstation, xbox, nintendo switch | Spielkonsole, Konsole, Spielekonsole | console de jeux, console de jeu | consola, videoconsola, consola de videojuegos | electronics
  video game, computer game | Videospiel, Computerspiel, Konsolenspiel | jeu vidéo, jeux vidéo | videojuego
  game controller, gamepad, controller, joystick | Gamepad, Controller, Joystick | manette, manette de jeu | mando de consola, mando inalámbrico
  vr headset, virtual reality headset | VR-Brille | casque vr, casque de réalité virtuelle | gafas de realidad virtual
  battery, batteries, aa batteries | Batterie, Batterien, Akku | pile, piles, batterie | pila, pilas, batería recargable
  extension cord, power strip | Verlängerungskabel, Steckdosenleiste, Mehrfachsteckdose | rallonge, multiprise | alargador, regleta
  flashlight, torch, headlamp | Taschenlampe, Stirnlampe | lampe torche, lampe de poche, lampe frontale | linterna, linterna frontal
  doorbell, video doorbell | Türklingel, Videoklingel | sonnette | timbre
  thermostat | Thermostat | thermostat | termostato
  gps, navigation system, sat nav | Navi, Navigationsgerät | gps | gps, navegador
  calculator | Taschenrechner | calculatrice | calculadora
  scale, bathroom scale, body scale | Personenwaage, Waage, Körperwaage | pèse-personne, balance | báscula de baño, báscula
  blood pressure monitor | Blutdruckmessgerät | tensiomètre | tensiómetro
  thermometer | Thermometer, Fieberthermometer | thermomètre | termómetro
  `,
);
