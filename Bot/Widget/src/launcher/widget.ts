import { PolicyAssistantElement } from './element';
import { findScript, serverOf } from './script';
import { launcher as en } from '../texts/en';
import { languageOf } from '../texts/language';
import { launcher as vi } from '../texts/vi';
import { missing, showPlainLink } from './support';

// The entry that pages embed: <script src="https://server/widget/widget.js" data-lang="vi" async></script>
const script = findScript(document.currentScript, document.getElementsByTagName('script'));
const url = script ? script.src : location.href;

const mount = (): void => {
  if (document.querySelector('policy-assistant')) return;
  const element = document.createElement('policy-assistant');
  for (const [name, value] of Object.entries(script ? script.dataset : {})) element.setAttribute(name, value ?? '');
  document.body.append(element);
};

const explain = (): void => {
  if (document.querySelector('.policy-assistant-plain')) return;
  const language = languageOf(script?.getAttribute('data-lang') || document.documentElement.lang);
  showPlainLink(serverOf(url), language === 'en' ? '/en/guidance' : '/huong-dan', (language === 'en' ? en : vi).tooOld);
};

let begin = explain;
if (missing(window).length === 0) {
  PolicyAssistantElement.scriptUrl = url;
  if (!customElements.get('policy-assistant')) customElements.define('policy-assistant', PolicyAssistantElement);
  begin = mount;
}
if (document.body) begin();
else addEventListener('DOMContentLoaded', begin);
