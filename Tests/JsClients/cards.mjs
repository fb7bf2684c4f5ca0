// Reads an array of { name, card } and prints what Microsoft's own library finds wrong with each: node cards.mjs FILE
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

// The library checks "lang" with a regular expression that remembers where it stopped: every second card of one process fails by its fault.
const isOwnFault = (text) => /Invalid value "(?:vi|en)" for property "lang"/.test(text);

const found = [];
for (const { name, card } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const events = [...Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i)), ...parsed.validateProperties().validationEvents];
  for (const event of events) if (!isOwnFault(event.message)) found.push(`${name}: ${event.message}`);
}

console.log(found.join('\n'));
