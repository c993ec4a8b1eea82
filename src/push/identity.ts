/** How the answer to a GET begins, by which a sender tells a Collector from other servers. */
export const STATE_INTRODUCTION = 'LogDog Collector: ';
