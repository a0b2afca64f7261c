/** Everything on a page that has to do with reading offline, in one file that is loaded late. */
import './held-list.ts';
import './held-note.ts';
import './keep-decision.ts';
