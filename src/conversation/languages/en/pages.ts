/** What stands on pages in the browser, and is no markup. */
export const pages = {
  /** The page behind a `/j/` link. */
  door: {
    title: 'Tutorline',
    notYours: 'This link isn’t valid. Open the session in your chat and press “Join”.',
    notYet: 'The room isn’t ready yet. Please try again in a few seconds.',
    tooEarly: (when: string) => `It’s too early to enter. Come back at this time: ${when}.`,
    over: 'This session is over.',
    cancelled: 'This session doesn’t take place any more. You find the details in your chat.',
  },

  /** The pages themselves, whatever the link is for. */
  pages: {
    entering: 'One moment…',
    enteringText: 'Your session opens by itself. If it does not, press the button.',
    enter: 'Go to the session',
    previewText: 'A personal link to a tutoring session.',
    notFound: 'Nothing here',
    notFoundText: 'This address does not exist. If it came from Tutorline, copy it again, whole.',
    notAllowed: 'Not like this',
    notAllowedText: 'This address cannot be used in this way.',
    tooLarge: 'Too much',
    tooLargeText: 'That was more than this address takes.',
    failed: 'Something went wrong',
    failedText: (id: string) =>
      `It is not your fault. Try again in a minute; if it stays like this, tell the people who run Tutorline this number: ${id}.`,
  },
};
