/** `npm run build`: the pages only. */
import { buildPages, install } from './prepare.js'

install()
buildPages()
