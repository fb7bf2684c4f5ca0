// Opens the chat from the page's own buttons. The widget loads by itself; until then the buttons wait for it.
(() => {
  'use strict';
  const assistant = async () => {
    await customElements.whenDefined('policy-assistant');
    return document.querySelector('policy-assistant');
  };
  // Buttons that need this script are hidden without it.
  for (const button of document.querySelectorAll('[data-ask], [data-print]')) {
    button.hidden = false;
  }
  for (const button of document.querySelectorAll('[data-print]')) {
    button.addEventListener('click', () => print());
  }
  for (const button of document.querySelectorAll('[data-open]')) {
    button.addEventListener('click', async () => (await assistant()).open());
  }
  for (const button of document.querySelectorAll('[data-ask]')) {
    button.addEventListener('click', async () => (await assistant()).ask(button.dataset.ask));
  }
})();
