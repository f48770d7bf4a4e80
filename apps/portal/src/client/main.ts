/** The islands of the residents' pages. Every page works without them; each of them finds its own places. */
import '../styles/portal.css'
import { autosave } from './autosave.ts'
import { focusErrors, oncePerForm, printButtons } from './page-manners.ts'
import { shrinkPhotos } from './photo.ts'
import { readAloud } from './read-aloud.ts'
import { signatures } from './signature.ts'

focusErrors()
oncePerForm()
printButtons()
autosave()
readAloud()
shrinkPhotos()
signatures()
