import { isVisible, last, onMediaChange } from '../launcher/compat';
import { phone } from '../launcher/contract';

/** On a phone the chat fills the screen: it is modal, keeps the focus, and stays above the on-screen keyboard. */
export class Modal {
  private readonly media = matchMedia(phone);
  private readonly unlisten: () => void;
  private overflow = '';
  private open = false;

  constructor(private readonly panel: HTMLElement) {
    this.unlisten = onMediaChange(this.media, this.apply);
    panel.addEventListener('keydown', this.trap);
  }

  get active(): boolean {
    return this.open && this.media.matches;
  }

  toggle(open: boolean): void {
    const before = this.active;
    this.open = open;
    this.apply();
    if (before && !this.active) document.documentElement.style.overflow = this.overflow;
  }

  dispose(): void {
    this.toggle(false);
    this.unlisten();
  }

  private readonly apply = (): void => {
    const view = window.visualViewport;
    view?.removeEventListener('resize', this.fit);
    view?.removeEventListener('scroll', this.fit);
    this.panel.toggleAttribute('data-modal', this.active);
    if (!this.active) {
      this.panel.removeAttribute('aria-modal');
      this.panel.style.removeProperty('height');
      this.panel.style.removeProperty('top');
      if (this.open) document.documentElement.style.overflow = this.overflow;
      return;
    }
    this.panel.setAttribute('aria-modal', 'true');
    const { style } = document.documentElement;
    if (style.overflow !== 'hidden') this.overflow = style.overflow;
    style.overflow = 'hidden';
    view?.addEventListener('resize', this.fit);
    view?.addEventListener('scroll', this.fit);
    this.fit();
  };

  private readonly fit = (): void => {
    const view = window.visualViewport;
    if (!view || view.scale > 1.05) return;
    this.panel.style.height = `${view.height}px`;
    this.panel.style.top = `${view.offsetTop}px`;
  };

  private readonly trap = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' || !this.active) return;
    const stops = [...this.panel.querySelectorAll<HTMLElement>('a[href],button,textarea,input,select,[tabindex="0"]')]
      .filter(e => !e.matches(':disabled') && isVisible(e));
    const root = this.panel.getRootNode() as ShadowRoot;
    const at = stops.indexOf(root.activeElement as HTMLElement);
    if (event.shiftKey && at <= 0) last(stops)?.focus();
    else if (!event.shiftKey && at === stops.length - 1) stops[0]?.focus();
    else return;
    event.preventDefault();
  };
}
