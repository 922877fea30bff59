/** Times are told as they stand on paper where the round is, wherever the reader is. */
export const zone = 'Asia/Seoul'
