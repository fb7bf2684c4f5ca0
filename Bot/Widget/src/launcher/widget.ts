import { PolicyAssistantElement } from './element';

// The entry that pages embed: <script src="https://server/widget/widget.js" data-lang="vi" async></script>
const script = document.currentScript as HTMLScriptElement | null;
PolicyAssistantElement.scriptUrl = script?.src || location.href;
if (!customElements.get('policy-assistant')) customElements.define('policy-assistant', PolicyAssistantElement);

const mount = (): void => {
  if (document.querySelector('policy-assistant')) return;
  const element = document.createElement('policy-assistant');
  for (const [name, value] of Object.entries(script?.dataset ?? {})) element.setAttribute(name, value ?? '');
  document.body.append(element);
};
if (document.body) mount();
else addEventListener('DOMContentLoaded', mount);
