/**
 * The version of the shape of the data, by semantic versioning: a field that goes or changes its meaning raises the
 * first number, a new field or table the second, a better description the third. What the data say is dated by `asOf`.
 */
export const dataVersion = '1.0.0';
