/** The staff console: one page below `/console/`, routes loaded when they are opened. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  // `data:` addresses of styles and scripts are not allowed by the content security policy.
  build: { target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: true },
  server: { proxy: { '/api': 'http://localhost:8080', '/print.css': 'http://localhost:8080' } },
})
