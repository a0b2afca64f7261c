/** Thrown where a file cannot be brought in. Its message is a sentence or two that an editor can act on. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
