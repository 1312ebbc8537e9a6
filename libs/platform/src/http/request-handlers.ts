import type { RequestHandler } from 'express';

/** Provided by a module that must see requests before the routes do, such as the sessions of people. */
export const REQUEST_HANDLERS = Symbol('request handlers');
export type RequestHandlers = readonly RequestHandler[];
