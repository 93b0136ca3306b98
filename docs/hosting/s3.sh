#!/bin/sh
# The finder's files for other sites, in an S3-like store: s3.sh DIST s3://BUCKET[/FOLDER] [more for aws, as --endpoint-url …]
# A store sends what it was given: type, encoding and life are set when a file is uploaded. The bucket's CORS rules are in
# s3-cors.json: aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://s3-cors.json
# Tested by tests/browser/hosting.test.mjs.
set -eu
dist=${1:?the folder dist/} && target=${2:?s3://bucket} && shift 2

cd "$dist"
# Pages and stable names last: what they name is there before them.
{ find assets catalogue -type f -name '*-*'; find . -type f ! -path './assets/*' | sed 's#^\./##'; } |
  grep -v '\.\(br\|gz\)$' | awk '!seen[$0]++' |
  while read -r file; do
    case $file in
      *.html) type='text/html; charset=utf-8' ;;
      *.js) type='text/javascript; charset=utf-8' ;;
      *.css) type='text/css; charset=utf-8' ;;
      *.json) type=application/json ;;
      *.wasm) type=application/wasm ;;
      *.svg) type=image/svg+xml ;;
      *.png) type=image/png ;;
      *) type='text/plain; charset=utf-8' ;;
    esac
    # Kept for a year where the name changes with the content, else for ten minutes.
    if echo "$file" | grep -Eq '(-[0-9a-f]{10,}|^service-finder-[0-9]+\.[0-9]+\.[0-9]+)\.[a-z0-9]+$'; then
      life='public, max-age=31536000, immutable'
    else
      life='public, max-age=600'
    fi
    # Every browser that can run the finder reads Brotli. Pages are for others too: as they are.
    if [ -f "$file.br" ] && [ "${file##*.}" != html ]; then
      aws s3 cp "$file.br" "$target/$file" --content-type "$type" --cache-control "$life" --content-encoding br "$@" < /dev/null
    else
      aws s3 cp "$file" "$target/$file" --content-type "$type" --cache-control "$life" "$@" < /dev/null
    fi
  done
