/** Property tests draw the same values in every run, so that none fails only now and then; DOUDI_SEED tries others. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.DOUDI_SEED ?? 20_260_701) })
