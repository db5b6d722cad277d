/**
 * The shell's side of jupyter_session_state: comfort for people who develop or open an app. Nothing an app needs
 * lives here. Every token is optional, since other hosts, such as Voilà, load lab extensions too.
 */
import { completion } from './completion';
import { core } from './core';
import { dashboard } from './dashboard/plugin';
import { inspector } from './inspector/plugin';
import { status } from './status';

export default [core, dashboard, inspector, status, completion];
