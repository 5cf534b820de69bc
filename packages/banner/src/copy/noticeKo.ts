import type { NoticeCopy } from '../types/copy.js'

export const noticeCopy: NoticeCopy = {
  title: '쿠키 사용 여부를 선택해 주세요',
  text: '동의하시면 방문 통계로 서비스를 개선하기 위해 외부 서비스인 Google Analytics가 브라우저에 쿠키를 최대 13개월간 저장하고, 수집된 정보는 미국 Google 서버에 보관됩니다.',
  textOther: '동의하시면 {services} 서비스가 설정에 적힌 목적과 기간에 따라 쿠키로 정보를 처리합니다.',
  textFree:
    '동의하시기 전에는 이를 수집하지 않으며, 거부하셔도 그대로 이용하실 수 있고 선택은 언제든지 바꾸실 수 있습니다.',
  policy: '개인정보처리방침',
  accept: '동의',
  reject: '거부',
  preferences: '설정',
}
