/** What a page can say to the widget, by kind: name and meaning. The tests hold it to the code. */
export const REFERENCE: Readonly<Record<string, readonly (readonly [name: string, meaning: string])[]>> = {
  Attributes: [
    ['server', 'Origin of the assistant; that of the script when absent.'],
    [
      'market',
      'Country of the market ("DE"); the first of the shop when absent. Of one that the shop does not have the console tells.',
    ],
    [
      'locale',
      'BCP 47 ("de-DE"); the language of the page, else of the browser, when absent or no language tag.',
    ],
    ['product', 'Id of the product that the page shows.'],
    [
      'preset',
      '"calm", "bold" or "plain"; as the shop chose (FLOORWALKER_WIDGET_PRESET), else calm, when absent.',
    ],
    ['open', 'The panel is open.'],
  ],
  'Attributes that have no property': [
    ['basket', 'Value of the basket of the page in minor units ("1999"), for invitations that depend on it.'],
  ],
  'Attributes of the script alone': [
    ['data-…', 'Any attribute of the element, for the one that the script makes.'],
    ['data-manual', 'The script makes no element.'],
  ],
  Methods: [
    ['show()', 'Opens the panel; done when the shopper can write.'],
    ['hide()', 'Closes it.'],
    ['say(text)', 'Opens the panel and says something for the shopper.'],
    ['startOver()', 'Opens the panel with a new conversation.'],
  ],
  Events: [
    ['floorwalker-opened', 'The panel was opened.'],
    ['floorwalker-closed', 'The panel was closed.'],
    ['floorwalker-message-sent', '{ text }'],
    ['floorwalker-reply', '{ messageId, language, text, productIds }'],
    [
      'floorwalker-product-clicked',
      '{ productId, variantId?, url?, position }; preventDefault() keeps the browser where it is.',
    ],
    ['floorwalker-basket-changed', '{ quantity, total?: { amountMinor, currency } }'],
  ],
  'Events that the page tells the widget': [
    [
      'floorwalker-track',
      "On the document: detail is { event, properties }, by the names of Segment's e-commerce events; heard with consent only.",
    ],
  ],
  'Custom properties': [
    ['--floorwalker-accent', 'Of the button, what the shopper says, and what can be pressed.'],
    ['--floorwalker-on-accent', 'On the accent.'],
    ['--floorwalker-ground', 'Behind everything.'],
    ['--floorwalker-raised', 'Behind pictures and the composer.'],
    ['--floorwalker-line', 'Lines and borders.'],
    ['--floorwalker-ink', 'Words.'],
    ['--floorwalker-quiet', 'Words beside the point.'],
    ['--floorwalker-bad', 'What went wrong.'],
    ['--floorwalker-font', 'Font family.'],
    [
      '--floorwalker-size',
      'Size of letters, on which all sizes depend; that of the browser when absent, whatever the page has.',
    ],
    ['--floorwalker-radius', 'Of the corners.'],
    ['--floorwalker-launcher-radius', 'Of the corners of the button.'],
    ['--floorwalker-width', 'Of the panel; never wider than the page.'],
    ['--floorwalker-height', 'Of the panel; never higher than the page.'],
    ['--floorwalker-offset-block', 'From the bottom of the window.'],
    ['--floorwalker-offset-inline', 'From the end of the line.'],
    ['--floorwalker-layer', 'z-index; the highest when absent.'],
    ['--floorwalker-scheme', '"light", "dark" or "light dark".'],
  ],
  Parts: [
    ['launcher', 'The button.'],
    ['panel', 'The opened panel.'],
    ['header', 'Its head.'],
    ['log', 'The conversation.'],
    ['composer', 'Where one writes.'],
  ],
};
