/** Takes files that are dropped anywhere on the element. Without this the browser would leave the page and show the file. */
export function acceptDrops(element: HTMLElement, take: (files: File[]) => void): void {
  const carriesFiles = (event: DragEvent): boolean => !!event.dataTransfer && Array.from(event.dataTransfer.types).includes('Files');
  let depth = 0;
  const mark = (): void => { element.toggleAttribute('data-drop', depth > 0); };
  element.addEventListener('dragenter', event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth++;
    mark();
  });
  element.addEventListener('dragleave', event => {
    if (!carriesFiles(event)) return;
    depth = Math.max(0, depth - 1);
    mark();
  });
  element.addEventListener('dragover', event => {
    if (carriesFiles(event)) event.preventDefault();
  });
  element.addEventListener('drop', event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    mark();
    take(Array.from(event.dataTransfer!.files));
  });
}
