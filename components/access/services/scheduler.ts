import { service } from "../service.ts";

/**
 * Schedules of EventBridge Scheduler, to look at and to take back. Creating or changing one is no word: a schedule calls
 * any API with a role that is passed to it, which is a way to more rights.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/security_iam_service-with-iam.html
 */
export const scheduler = service({
  description: {
    english: "Schedules that exist. IAM cannot limit the list of them, and no word creates one.",
    korean: "이미 있는 일정. 일정 목록은 IAM에서 제한할 수 없으며 일정을 만드는 권한은 주지 않습니다",
  },
  resources: {
    schedule: {
      description: "The schedule, with its group.",
      noun: "a schedule as group/name",
      name: /[\w.-]{1,64}\/[\w.-]{1,64}/,
      arn: "scheduler:{region}:{account}:schedule/{name}",
      example: "default/orders",
    },
  },
  levels: {
    read: [
      [["scheduler:GetSchedule"], "{schedule}"],
      [["scheduler:ListSchedules"], "*"],
    ],
    delete: [[["scheduler:DeleteSchedule"], "{schedule}"]],
  },
  examples: [{ schedule: "default/orders", level: "read" }],
  neighbouringActions: ["scheduler:CreateSchedule", "scheduler:UpdateSchedule"],
});
