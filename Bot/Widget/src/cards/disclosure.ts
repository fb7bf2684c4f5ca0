let serial = 0;

/**
 * Says of each button that shows or hides a part whether the part is shown, and gives the parts ids of their own:
 * two cards in one chat may use the same. The renderer forgets both at each press, so this is called after each.
 */
export class Disclosure {
  private readonly parts = new Map<string, HTMLElement>();

  constructor(private readonly card: HTMLElement) {
    this.update();
  }

  update(): void {
    for (const button of this.card.querySelectorAll('button[aria-controls]:not([data-step])')) {
      const parts = button.getAttribute('aria-controls')!.split(' ').map(id => this.part(id)).filter(part => part !== undefined);
      button.setAttribute('aria-controls', parts.map(part => part.id).join(' '));
      button.setAttribute('aria-expanded', String(parts.some(part => part.style.display !== 'none')));
    }
  }

  private part(id: string): HTMLElement | undefined {
    const known = this.parts.get(id);
    if (known) return known;
    const part = Array.from(this.card.querySelectorAll<HTMLElement>('[id]')).find(e => e.id === id);
    if (!part) return undefined;
    this.parts.set(id, part);
    part.id = `part-${++serial}`;
    this.parts.set(part.id, part);
    return part;
  }
}
