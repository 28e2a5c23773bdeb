import { z } from 'zod';
import { APP } from './defaults.ts';
import { isPicture } from './files.ts';
import type { Backstage, Method } from './method.ts';
import { writableConversation } from './methods-chat.ts';
import { explained, refusal } from './refusal.ts';

const Wanted = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

/** https://docs.slack.dev/reference/methods?family=files: what an app needs to upload a file and to show it. */
export function fileMethods({ state, channels, files }: Backstage): Record<string, Method> {
  const scopes = ['files:write'];
  return {
    'files.getUploadURLExternal': {
      tier: 4,
      scopes,
      run(args) {
        const name = args.need('filename');
        const length = Number(args.need('length'));
        if (!Number.isInteger(length) || length <= 0)
          throw explained('invalid_arguments', ['must be a positive integer [json-pointer:/length]']);
        const { id, uploadUrl } = files.promise(name, length);
        return { upload_url: uploadUrl, file_id: id };
      },
    },
    'files.completeUploadExternal': {
      tier: 4,
      scopes,
      run(args) {
        const wanted = Wanted.safeParse(args.json('files')).data;
        if (!wanted) throw explained('invalid_arguments', ['must be an array of files [json-pointer:/files]']);
        const complete = wanted.map(({ id, title }) => {
          const file = files.find(id);
          if (file?.content === undefined || file.isComplete) throw refusal('file_not_found');
          return { file, title: title ?? file.name };
        });
        const channel = args.text('channel_id');
        const threadTs = args.text('thread_ts');
        const conversation = channel === undefined ? undefined : writableConversation(state, channel);
        if (threadTs && !(conversation && channels.find(conversation, threadTs))) throw refusal('thread_not_found');
        for (const { file, title } of complete) {
          Object.assign(file, { title, isComplete: true });
          if (isPicture(file)) state.pictures.add(file.id);
        }
        if (conversation)
          channels.post(conversation, {
            user: APP.botUser,
            text: args.text('initial_comment') ?? '',
            files: complete.map(({ file }) => ({
              id: file.id,
              name: file.name,
              title: file.title,
              mimetype: file.mimetype,
              size: file.size,
              url_private_download: files.urlOf(file),
            })),
            ...(threadTs && { threadTs }),
          });
        return { files: complete.map(({ file: { id, title } }) => ({ id, title })) };
      },
    },
  };
}
