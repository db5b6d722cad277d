// The pictures of grades, drawn here so that no font and no other machine is needed.
const STAR = '<path d="M12 2.6l2.9 6.1 6.6.9-4.8 4.6 1.2 6.6L12 17.6l-5.9 3.2 1.2-6.6L2.5 9.6l6.6-.9z"/>';
const THUMB =
  '<path d="M7 10.5V21H3.5V10.5zM10 21h7.4a2 2 0 0 0 2-1.6l1.4-6.6a2 2 0 0 0-2-2.3H14.5l.7-4.4a2.3 2.3 0 0 0-2.3-2.6L10 10.2z"/>';
const FACE = '<circle cx="12" cy="12" r="9.2"/>';
const EYES = '<path d="M8.7 9.2v1.2M15.3 9.2v1.2"/>';
/** From a deep frown to a broad smile. */
const MOUTHS = [
  'M7.3 17.4Q12 11.6 16.7 17.4',
  'M8 16.8Q12 14 16 16.8',
  'M8 15.5H16',
  'M8 14.6Q12 17.6 16 14.6'
];
const LAUGH = 'M7.2 13.6H16.8Q16 18.4 12 18.4T7.2 13.6Z';

function svg(inside: string, turned = false): string {
  const turn = turned ? ' transform="rotate(180 12 12)"' : '';
  return `<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><g${turn}>${inside}</g></svg>`;
}

/** The picture of a grade of a look, or null for looks that show words. */
export function gradeIcon(look: string, grade: number): string | null {
  if (look === 'stars') {
    return svg(STAR);
  }
  if (look === 'thumbs') {
    return svg(THUMB, grade === 0);
  }
  return look === 'faces' ? svg(`${FACE}${EYES}<path d="${MOUTHS[grade] ?? LAUGH}"/>`) : null;
}
