// The page of Movie Night. Every text is set as text, never as HTML.
import { events } from './events.js';
import { showReading } from './reading.js';

const HUES = {
  mystery: 265, comedy: 45, romance: 340, drama: 210, horror: 0, adventure: 140,
  'science fiction': 190, animation: 305, western: 25, documentary: 95,
};

const $ = id => document.getElementById(id);
const films = new Map();
let mostLiked = 0;
let evening = 1;
let running = null;

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text ?? '';
  return made;
}

function describe(film) {
  const words = element('span', 'words');
  words.append(element('span', 'title', film.title), element('span', 'genres', `${film.year} · ${film.genres}`));
  return words;
}

function card(film) {
  const label = element('label', 'film');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'liked', value: film.id });
  label.style.setProperty('--hue', HUES[film.genres.split(', ')[0]]);
  label.append(box, describe(film));
  return label;
}

const liked = () => new FormData($('picks')).getAll('liked');

function count() {
  const picked = liked().length;
  $('count').textContent = picked === 0 ? 'No film picked yet.'
    : picked === mostLiked ? `${picked} films picked, as many as can be.`
    : `${picked} ${picked === 1 ? 'film' : 'films'} picked.`;
  $('plan').disabled = picked === 0;
  for (const box of $('films').querySelectorAll('input:not(:checked)')) {
    box.disabled = picked >= mostLiked;
  }
}

function rank(film) {
  const item = element('li', 'ranked');
  item.style.setProperty('--hue', HUES[film.genres.split(', ')[0]]);
  item.style.setProperty('--place', $('ranking').children.length);
  item.append(describe(film));
  $('ranking').append(item);
}

async function plan() {
  running?.abort();
  const mine = running = new AbortController();
  $('ranking').replaceChildren();
  $('ranking').className = '';
  $('reading').hidden = true;
  $('again').hidden = true;
  $('tonight').setAttribute('aria-busy', 'true');
  $('tonight').classList.add('used');
  $('status').textContent = 'Ranking tonight’s films…';
  const query = new URLSearchParams([...liked().map(id => ['liked', id]), ['evening', evening]]);
  try {
    let ended = false;
    for await (const { name, data } of events(`api/night?${query}`, mine.signal)) {
      if (name === 'question') {
        $('prompt').textContent = data.prompt;
      } else if (name === 'film') {
        rank(films.get(data.id));
      } else if (name === 'over') {
        // What was shown turned out to be no part of the answer.
        $('ranking').replaceChildren();
      } else {
        ended = true;
        $('status').textContent = showReading(data);
        $('ranking').className = data.failure ? 'void' : '';
      }
    }
    if (!ended) {
      throw new Error('The connection ended before the answer did.');
    }
  } catch (problem) {
    if (mine.signal.aborted) {
      return;
    }
    $('status').textContent = `No ranking: ${problem.message}`;
    $('ranking').className = 'void';
  }
  $('tonight').removeAttribute('aria-busy');
  $('again').hidden = false;
}

$('picks').addEventListener('change', count);
$('picks').addEventListener('submit', event => {
  event.preventDefault();
  plan();
  // In a wide window the ranking stays in view beside the films.
  if (!matchMedia('(width >= 60rem)').matches) {
    $('tonight').scrollIntoView();
  }
});
$('again').addEventListener('click', () => {
  evening++;
  plan();
});

const catalogue = await (await fetch('api/films')).json();
$('who').textContent = catalogue.recommender;
mostLiked = catalogue.mostLiked;
for (const film of catalogue.films) {
  films.set(film.id, film);
  $('films').append(card(film));
}
count();
