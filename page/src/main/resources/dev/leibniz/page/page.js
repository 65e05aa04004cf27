(() => {
  document.querySelectorAll('code.language-java').forEach(code => Prism.highlightElement(code));

  // What belongs to one line of the source lights up together.
  const light = (line, on) => document.querySelectorAll(`[data-line="${line}"]`).forEach(e => e.classList.toggle('lit', on));
  const lineOf = event => event.target.closest ? event.target.closest('[data-line]') : null;
  for (const [start, end] of [['mouseover', 'mouseout'], ['focusin', 'focusout']]) {
    document.addEventListener(start, event => { const e = lineOf(event); if (e) light(e.dataset.line, true); });
    document.addEventListener(end, event => { const e = lineOf(event); if (e) light(e.dataset.line, false); });
  }

  const svg = document.querySelector('.graph svg');
  if (svg) {
    const width = svg.viewBox.baseVal.width, height = svg.viewBox.baseVal.height;
    let zoom = 1;
    const show = to => { zoom = Math.min(8, Math.max(0.05, to)); svg.setAttribute('width', width * zoom); svg.setAttribute('height', height * zoom); };
    const all = () => Math.min(1, svg.parentElement.clientWidth / width);
    document.querySelectorAll('[data-zoom]').forEach(button =>
      button.addEventListener('click', () => show(+button.dataset.zoom ? zoom * button.dataset.zoom : all())));
    svg.parentElement.addEventListener('keydown', event => {
      if (event.key === '+' || event.key === '=') show(zoom * 1.25);
      if (event.key === '-') show(zoom * 0.8);
      if (event.key === '0') show(all());
    });
  }
})();
