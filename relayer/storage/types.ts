/** PostgreSQL's number of the type `bigint`: read as numbers, all are small. */
export const int8 = 20
