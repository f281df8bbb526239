// Shows how an answer was read: the text as it was written, with each place that was overlooked or refused marked.
const $ = id => document.getElementById(id);

/** Shows a verdict and returns it as one sentence. */
export function showReading(verdict) {
  const repairs = verdict.repairs;
  $('reading').hidden = false;
  $('reading').className = verdict.outcome;
  $('reading-title').textContent = verdict.failure ? 'Why there is no ranking' : 'How the answer was read';
  $('failure').textContent = verdict.failure ?? '';
  $('repairs').replaceChildren(...repairs.map(note));
  $('text').replaceChildren(...marked(verdict));
  $('written').hidden = verdict.text === '';
  $('written').open = verdict.outcome !== 'clean';
  switch (verdict.outcome) {
    case 'clean': return 'Ranked. The answer was read exactly as it was written.';
    case 'repaired': return `Ranked, with ${repairs.length} ${repairs.length === 1 ? 'repair' : 'repairs'} to the answer.`;
    case 'refused': return 'Refused: the answer is no ranking of tonight’s films.';
    default: return 'No answer came.';
  }
}

function note(repair) {
  const item = document.createElement('li');
  item.textContent = `${repair.words} `;
  const where = document.createElement('small');
  where.textContent = `${repair.kind}, at character ${repair.position}`;
  item.append(where);
  return item;
}

/** The text in pieces; a marked place runs to the next one, or to the end of its line. */
function marked({ text, repairs, failedAt }) {
  const places = new Map();
  repairs.forEach((repair, index) => places.set(repair.position, [...places.get(repair.position) ?? [], index + 1]));
  if (failedAt !== null) {
    places.set(failedAt, ['here']);
  }

  const pieces = [];
  let written = 0;
  const sorted = [...places].sort(([left], [right]) => left - right);
  sorted.forEach(([start, names], index) => {
    const line = text.indexOf('\n', start);
    const end = Math.min(line < 0 ? text.length : line, sorted[index + 1]?.[0] ?? text.length);
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    mark.dataset.names = names.join(', ');
    pieces.push(text.slice(written, start), mark);
    written = end;
  });
  return [...pieces, text.slice(written)];
}
