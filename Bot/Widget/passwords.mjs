// Writes the frequent passwords of the restored list, one a line, for the check of chosen passwords (Access/Passwords).
import { writeFile } from 'node:fs/promises';
import { dictionary } from '@zxcvbn-ts/language-common';

await writeFile(process.argv[2], dictionary['passwords-common'].join('\n') + '\n');
