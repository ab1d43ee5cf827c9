import { keyboardInbox } from './inbox.js';
import { draftKeeper } from './draft.js';

keyboardInbox();
draftKeeper();
